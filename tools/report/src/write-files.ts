import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file to be written whole. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
  /** Access mode for a new file. Default: what the process gives new files. */
  readonly mode?: number;
}

/** A place where a file cannot be written. The message says which file and why. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/**
 * Writes files whole or not at all: each is written beside its place under another name, and only when all of them are
 * there do they take their places, one rename each. Folders that are missing are made.
 *
 * @throws OutputError when a file cannot be written; none of the files has then changed.
 */
export function writeFiles(files: readonly OutputFile[]): void {
  const drafts = files.map((file) => ({
    ...file,
    draft: join(dirname(file.path), `.${basename(file.path)}.${process.pid}.draft`),
  }));
  const made: string[] = [];
  let current = "";
  try {
    for (const { path, content, mode, draft } of drafts) {
      current = path;
      // A rename onto a folder fails, and would then fail after others have taken their places.
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
        throw Object.assign(new Error(), { code: "EISDIR" });
      mkdirSync(dirname(path), { recursive: true });
      made.push(draft);
      writeFileSync(draft, content, { flag: "wx", ...(mode === undefined ? {} : { mode }) });
    }
    for (const { path, draft } of drafts) {
      current = path;
      renameSync(draft, path);
    }
  } catch (error) {
    for (const draft of made) rmSync(draft, { force: true });
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      EACCES: "access is denied",
      EEXIST: "a file stands where a folder is needed",
      EISDIR: "it is a folder",
      ENOSPC: "the disk is full",
      ENOTDIR: "a file stands where a folder is needed",
      EROFS: "the file system is read-only",
    };
    throw new OutputError(`${current}: the file cannot be written (${reasons[code] ?? code}); give another path`);
  }
}
