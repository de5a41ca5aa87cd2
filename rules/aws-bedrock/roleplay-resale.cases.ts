import { defineCases } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { asked, instructed, prompted } from "./bodies.cases.ts";
import { roleplayResale } from "./roleplay-resale.ts";

const chat = instructed(
  "Write Luna's next reply in a fictional chat between Luna and Kai. NSFW content is allowed in this roleplay.",
);

export const roleplayResaleCases = defineCases(roleplayResale, {
  raises: {
    "three prompts of a program for role-play within an hour, by a millisecond": {
      records: (time) =>
        time
          .every("1m", 2, chat)
          .expectNothing()
          .at("+59m59s999ms", prompted("{{char}} smiles at {{user}}. [Start a new chat]")),
      alert: {
        severity: "MEDIUM",
        title: "Role-play as with resold keys by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        context: { operation: "InvokeModel", signs: ["chat-frontend"] },
        summary: { operation: { Converse: 2, InvokeModel: 1 } },
        destinations: [],
      },
    },
    "once a day": {
      records: (time) =>
        time
          .every("1m", 3, chat)
          .expectAlert()
          .at("+23h", chat)
          .expectUpdate({ eventCount: 4 })
          .at("+25h")
          .every("1m", 3, chat),
      alert: { createdAt: "+25h2m" },
    },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": (time) => time.every("1m", 40, UNTOLD),
    two: (time) => time.every("1m", 2, chat),
    "three, the last an hour after the first": (time) => time.every("1m", 2, chat).at("+1h", chat),
    "a filter for such texts": (time) =>
      time.every("1m", 5, asked("Classify the text. Label NSFW roleplay and erotic stories as not allowed.")),
    "a training with played roles": (time) =>
      time.every("1m", 5, prompted("Let us roleplay a sales call. You are the customer, I am the seller.")),
  },
});
