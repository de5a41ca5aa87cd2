import type { Writer } from "./writer.ts";

/** Images of Titan and Nova Canvas, videos of Nova Reel: the log keeps no more of them than a reference. */
export const media: Writer = (_call, { prompt = "", images = 1, seconds }, random) => {
  if (seconds !== undefined) {
    return {
      input: {
        taskType: "TEXT_VIDEO",
        textToVideoParams: { text: prompt },
        videoGenerationConfig: { durationSeconds: seconds, fps: 24, dimension: "1280x720" },
      },
      output: { invocationArn: `arn:aws:bedrock:us-east-1:aws:async-invoke/${random.hex(12)}` },
    };
  }
  return {
    input: {
      taskType: "TEXT_IMAGE",
      textToImageParams: { text: prompt },
      imageGenerationConfig: {
        numberOfImages: images,
        width: 1_024,
        height: 1_024,
        quality: "premium",
        cfgScale: 8,
      },
    },
    output: {
      images: Array.from({ length: images }, () => `iVBORw0KGgo${random.hex(64)}`),
      error: null,
    },
  };
};

/** Texts to embed, and a few numbers of their vectors. */
export const embeddings: Writer = (_call, { prompt = "" }, random) => ({
  input: { texts: [prompt], input_type: "search_document", truncate: "END" },
  output: {
    id: random.uuid(),
    texts: [prompt],
    embeddings: [Array.from({ length: 4 }, () => random.int(-999, 999) / 10_000)],
    response_type: "embeddings_floats",
  },
});
