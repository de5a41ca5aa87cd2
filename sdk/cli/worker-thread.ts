import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { CaracalError } from "../base/caracal-error.ts";
import type { FromWorker, ToWorker, WorkerPart, WorkerRequest, WorkerRun } from "./worker-messages.ts";

/** A worker as the main thread sees it. */
export class WorkerThread {
  /** How many files it is reading. */
  readings = 0;
  readonly #worker: Worker;
  /** Who waits for the next part, by reading. */
  readonly #waiting = new Map<number, PromiseWithResolvers<WorkerPart>>();
  /** Settled when the thread has ended. */
  readonly #ended = Promise.withResolvers<void>();
  #isFinished = false;
  #failure: Error | undefined;

  constructor(run: WorkerRun) {
    // The package that is published holds the same file as JavaScript.
    const file = new URL(`worker${extname(import.meta.url)}`, import.meta.url);
    this.#worker = new Worker(file, { workerData: run });
    this.#worker.on("message", (message: FromWorker) => this.#take(message));
    this.#worker.on("error", (error) => this.#fail(error as Error));
    this.#worker.on("exit", (code) => this.#end(code));
  }

  /** The part of a file that the worker reads next. */
  ask(request: WorkerRequest): Promise<WorkerPart> {
    const waiting = Promise.withResolvers<WorkerPart>();
    // It is asked for ahead, so that a failure may come before anybody waits for it.
    waiting.promise.catch(() => {});
    if (this.#failure === undefined) {
      this.#waiting.set(request.reading, waiting);
      this.#post(request);
    } else waiting.reject(this.#failure);
    return waiting.promise;
  }

  /** Lets the worker close a file. */
  letGo(reading: number): void {
    this.#post({ reading, isClosed: true });
  }

  /** Waits for what rules still do behind their backs; it throws if that fails. */
  async finish(): Promise<void> {
    this.#isFinished = true;
    this.#post("finish");
    await this.#ended.promise;
    if (this.#failure !== undefined) throw this.#failure;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #post(message: ToWorker): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is of no origin
    this.#worker.postMessage(message);
  }

  #take(message: FromWorker): void {
    // As if it had failed here, where it is told.
    if (message === "stray") {
      void Promise.reject(new Error("in a worker"));
      return;
    }
    this.#waiting.get(message.reading)?.resolve(message);
    this.#waiting.delete(message.reading);
  }

  #end(code: number): void {
    if (!this.#isFinished || code !== 0) this.#fail(endedEarly(code));
    this.#ended.resolve();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
  }
}

function endedEarly(code: number): Error {
  const message = `a worker ended with exit code ${code} before its work was done`;
  const fix = "a rule must not end the process";
  return new Error(message, { cause: new CaracalError({ code: "RULE_FILE_BROKEN", message, fix }) });
}
