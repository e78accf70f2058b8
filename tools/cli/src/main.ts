#!/usr/bin/env node
import { errorLine, errorStack } from "./errors";
import type { Io } from "./io";
import { pulumiHosts } from "./pulumi-hosts";
import { run, type ExitCode } from "./run";

const debug = process.env.HIPAA_DEBUG === "1";
const write = process.stdout.write.bind(process.stdout);

// Standard output is for results alone: what a program or a library prints there goes beside them.
process.stdout.write = process.stderr.write.bind(process.stderr);

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Exit code 1 is for violations: what no one caught must not look like one.
const fail = (error: unknown) => {
  process.stderr.write(`${errorLine(error)}\n${debug ? `${errorStack(error)}\n` : ""}`);
  process.exit(2);
};
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

const io: Io = {
  out: (text) => void write(text),
  error: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  // A terminal without a width, as some runners give, would keep the progress line counting lines for ever.
  isErrorTerminal: process.stderr.isTTY === true && process.stderr.columns > 0,
  // Without a terminal nothing wraps: one line per resource, for `grep`.
  columns: process.stdout.columns || 1000,
  directory: process.cwd(),
  debug,
  now: () => new Date(),
};

void run(process.argv.slice(2), io, pulumiHosts).then((code: ExitCode) => {
  process.exitCode = code;
  // Packs and engines may leave handles open; the result is complete when it has been written.
  write("", () => process.exit(code));
});
