import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OutputError, writeFiles } from "./write-files";

describe("writing files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "write-files-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("makes the folders that are missing, replaces what is there and leaves nothing else", () => {
    const path = join(folder, "a", "b", "report.html");
    writeFiles([{ path, content: "one" }]);
    writeFiles([{ path, content: "two" }]);
    assert.equal(readFileSync(path, "utf8"), "two");
    assert.deepEqual(readdirSync(join(folder, "a", "b")), ["report.html"]);
  });

  it("gives a file the access mode that is asked for", () => {
    const path = join(folder, "state.json");
    writeFiles([{ path, content: "{}", mode: 0o600 }]);
    if (process.platform !== "win32") assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  it("changes none of the files when one cannot be written, and says which and why", () => {
    const first = join(folder, "first");
    const blocked = join(folder, "folder");
    writeFileSync(first, "old");
    mkdirSync(blocked);
    assert.throws(
      () =>
        writeFiles([
          { path: first, content: "new" },
          { path: blocked, content: "new" },
        ]),
      (error) =>
        error instanceof OutputError &&
        error.message === `${blocked}: the file cannot be written (it is a folder); give another path`,
    );
    assert.equal(readFileSync(first, "utf8"), "old");
    assert.deepEqual(readdirSync(folder).sort(), ["first", "folder"]);
  });

  it("refuses a folder that is a file", () => {
    const file = join(folder, "file");
    writeFileSync(file, "x");
    assert.throws(
      () => writeFiles([{ path: join(file, "in", "report.html"), content: "" }]),
      /a file stands where a folder is needed/,
    );
  });
});
