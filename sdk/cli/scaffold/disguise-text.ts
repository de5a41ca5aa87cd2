import { isIP } from "node:net";
import { parseRfc3339 } from "../../event/rfc3339.ts";
import { timeText } from "../../testing/join-differs.ts";
import { MODEL } from "./aws-words.ts";

/** Made-up accounts, in the order in which they are given out; then they are counted. */
const ACCOUNTS = ["111122223333", "444455556666", "777788889999"];

const ARN = /^arn:(?:aws[a-z-]*):[a-z0-9-]*:[a-z0-9-]*:(?:\d{12}|aws)?:/;

/** Services whose ARNs say of a resource what kind it is, before its name. */
const WITH_KINDS = ["iam", "sts", "bedrock"];

/** Resources that may belong to nobody: models of Bedrock, and the profiles that AWS makes of them. */
const MODELS = /^(?:foundation-model|inference-profile)\//;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The role that somebody has who signed in: what it begins with says so, and rules ask for it. */
const SIGN_IN_ROLE = "AWSReservedSSO_";

/** Milliseconds in the units in which logs count the time since 1970: seconds, milliseconds, micro- and nanoseconds. */
const UNITS = [1_000, 1, 1e-3, 1e-6];

const DAY = 86_400_000;

/** Makes texts of a log unrecognisable. The same text always becomes the same, so that what was equal stays equal. */
export class TextDisguise {
  readonly #from: number;
  readonly #to: number;
  readonly #numbers = new Map<string, Map<string, number>>();

  /**
   * @param from a moment near the log's times, in milliseconds since 1970
   * @param to what it becomes: all times are moved as far
   */
  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
  }

  /** A text in the form that it has, made up: an account, an ARN, an address, an id, a moved time; else `text-1`. */
  text(text: string): string {
    if (text === "") return text;
    if (/^\d{12}$/.test(text)) return this.#account(text);
    if (ARN.test(text)) return this.#arn(text);
    if (UUID.test(text))
      return `00000000-0000-4000-8000-${String(this.#number("id", text)).padStart(12, "0")}`;
    const version = isIP(text);
    if (version === 4) return `192.0.2.${((this.#number("address", text) - 1) % 254) + 1}`;
    if (version === 6) return `2001:db8::${this.#number("address", text).toString(16)}`;
    const time = parseRfc3339(text);
    if (time !== undefined) return timeText(time - this.#from + this.#to);
    if (/^[+-]?[\d.]{1,40}$/.test(text) && Number.isFinite(Number(text)))
      return String(this.number(Number(text)));
    if (/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(text))
      return `person-${this.#number("person", text)}@example.org`;
    return this.name("text", text);
  }

  /** `user-1` for the first user that is met, and so on. */
  name(kind: string, text: string): string {
    return `${kind}-${this.#number(kind, text)}`;
  }

  /** A time moved; else a made-up number. */
  number(number: number): number {
    return this.#moved(number) ?? this.#number("number", String(number));
  }

  /** A number that is a time of the log, moved; `undefined` for any other. */
  #moved(number: number): number | undefined {
    const unit = UNITS.find((one) => Math.abs(number * one - this.#from) < DAY);
    return unit === undefined ? undefined : Math.round(number - (this.#from - this.#to) / unit);
  }

  #arn(text: string): string {
    const [, partition, service = "", region, account = "", ...rest] = text.split(":");
    const owner = /^\d/.test(account) ? this.#account(account) : account;
    const resource = rest.join(":");
    const shown = WITH_KINDS.includes(service) ? this.#resource(resource) : this.name("resource", resource);
    return `arn:${partition}:${service}:${region}:${owner}:${shown}`;
  }

  /** Keeps the kind, `user` or `assumed-role`, and that a session belongs to a role. */
  #resource(resource: string): string {
    if (resource === "root" || (MODELS.test(resource) && MODEL.test(resource.replace(MODELS, ""))))
      return resource;
    const [, kind, path] = /^([a-z][a-z-]*)[/:](.+)$/.exec(resource) ?? [];
    if (kind === undefined || path === undefined) return this.name("resource", resource);
    if (kind !== "assumed-role") return `${kind}/${this.name(kind, path)}`;
    const [role = "", ...session] = path.split("/");
    const name = this.name("role", role);
    const shown = role.startsWith(SIGN_IN_ROLE) ? `${SIGN_IN_ROLE}${name}` : name;
    return `assumed-role/${shown}/${this.name("session", session.join("/"))}`;
  }

  #account(text: string): string {
    const number = this.#number("account", text);
    return ACCOUNTS[number - 1] ?? String(number).padStart(12, "0");
  }

  /** The place among the texts of a kind, from 1, in the order in which they were met. */
  #number(kind: string, text: string): number {
    const known = this.#numbers.get(kind) ?? new Map<string, number>();
    this.#numbers.set(kind, known);
    const number = known.get(text) ?? known.size + 1;
    known.set(text, number);
    return number;
  }
}
