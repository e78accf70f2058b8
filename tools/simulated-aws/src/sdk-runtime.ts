import { setImmediate } from "node:timers/promises";
import * as state from "@pulumi/pulumi/runtime/state";

/** The part of the SDK's runtime that its types leave out. Source: `@pulumi/pulumi/runtime/state`. */
interface RuntimeState {
  withLocalStorage<T>(callback: () => Promise<T>): Promise<T>;
  getLocalStore(): { leakCandidates: Set<unknown> } | undefined;
}

const runtime = state as unknown as RuntimeState;

/**
 * Does `work` with SDK settings of its own, as the Automation API runs inline programs: nothing of one run, not even a
 * promise that it left behind, reaches the next.
 */
export function inOwnRuntime<T>(work: () => Promise<T>): Promise<T> {
  return runtime.withLocalStorage(async () => {
    const store = runtime.getLocalStore();
    try {
      return await work();
    } finally {
      // What a failed run leaves pending for ever is no leak of this process; the SDK would fail the process for it.
      store?.leakCandidates.clear();
    }
  });
}

export interface RejectionWatch {
  /** Rejects with the first error that nothing handles; never resolves. */
  readonly first: Promise<never>;
  /** Resolves once errors that are about to come have come, and rejects when there was one. */
  settled(): Promise<void>;
  stop(): void;
}

/**
 * Catches what the SDK leaves unhandled: a failed registration, an `apply` that throws. In a program of its own such an
 * error ends the process; here it is the result of the run. Rejections of anything else go on to the former listeners.
 */
export function watchRejections(): RejectionWatch {
  const events = ["unhandledRejection", "uncaughtException"] as const;
  const own = runtime.getLocalStore();
  const former = new Map(events.map((event) => [event, process.listeners(event as "uncaughtException")]));
  const errors: unknown[] = [];
  let reject: (reason: unknown) => void;
  const first = new Promise<never>((_resolve, rejectFirst) => (reject = rejectFirst));
  // Whoever waits sees the error; when nobody does any more, it must not become unhandled in its turn.
  first.catch(() => {});

  const listeners = new Map(
    events.map((event) => [
      event,
      (reason: unknown, ...rest: unknown[]) => {
        const store = runtime.getLocalStore();
        if (store !== undefined && store !== own) {
          for (const listener of former.get(event) ?? []) Reflect.apply(listener, process, [reason, ...rest]);
          return;
        }
        errors.push(reason);
        reject(reason);
      },
    ]),
  );
  for (const [event, listener] of listeners) {
    process.removeAllListeners(event);
    process.on(event, listener);
  }
  return {
    first,
    async settled() {
      // Node reports unhandled rejections when the microtasks of a turn are done.
      await setImmediate();
      if (errors.length > 0) throw errors[0];
    },
    stop() {
      for (const [event, listener] of listeners) {
        process.removeListener(event, listener);
        for (const restored of former.get(event) ?? []) process.on(event, restored);
      }
    },
  };
}
