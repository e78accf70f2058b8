import assert from "node:assert/strict";
import pc from "picocolors";
import { markdownText } from "./markdown-text";

const colors = pc.createColors(false);

describe("pages on a terminal", () => {
  it("show headings, paragraphs, lists and code", () => {
    const page = [
      "<!-- Generated. -->",
      "",
      "# rds-cmk",
      "",
      "Databases use a key.",
      "",
      "## What is read",
      "",
      "- `kmsKeyId`: a key",
      "- see [rds-storage](rds-storage.md)",
      "",
      "### Good: a key",
      "",
      "```ts",
      'new rds.Instance("a", {',
      "  kmsKeyId: key.arn,",
      "});",
      "```",
      "",
    ].join("\n");
    assert.equal(
      markdownText(page, 60, colors),
      [
        "  Databases use a key.",
        "",
        "What is read",
        "",
        "  - kmsKeyId: a key",
        "  - see rds-storage",
        "",
        "  Good: a key",
        "",
        '    new rds.Instance("a", {',
        "      kmsKeyId: key.arn,",
        "    });",
      ].join("\n"),
    );
  });

  it("take away escapes in words and keep what is in code", () => {
    assert.equal(markdownText("a \\*/\\* b \\<c\\> `d\\*[e](f)` g", 60, colors), "  a */* b <c> d\\*[e](f) g");
  });

  it("wrap long items under their text", () => {
    assert.equal(markdownText(`- ${"word ".repeat(6).trim()}`, 20, colors), "  - word word word\n    word word word");
  });

  it("let nothing through that moves a cursor", () => {
    assert.equal(markdownText("a\u001b[2Jb", 60, colors), "  a?[2Jb");
  });
});
