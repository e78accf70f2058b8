import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { requirements } from "@hipaa-aws/controls";
import { rules } from "@hipaa-aws/policy-pack/library";

const root = join(__dirname, "..", "..");

/** What lint says of a file of a project if it held this text, run in the project's folder as `nx lint` does. */
function boundaryFaults(project: string, text: string): string[] {
  const directory = join(root, project);
  const script = `
    const { ESLint } = require(${JSON.stringify(require.resolve("eslint"))});
    const file = ${JSON.stringify(join(directory, "src", "index.ts"))};
    new ESLint({ cwd: ${JSON.stringify(directory)} })
      .lintText(${JSON.stringify(text)}, { filePath: file })
      .then((results) => console.log(JSON.stringify(results)));
  `;
  // In CI typescript-eslint would take the file's text from the disk instead of the one it is given.
  const env = { ...process.env, TSESTREE_SINGLE_RUN: "false" };
  const run = spawnSync(process.execPath, ["-e", script], { cwd: directory, encoding: "utf8", env });
  const [result] = JSON.parse(run.stdout) as { messages: { ruleId: string | null; message: string }[] }[];
  const boundary = ["@nx/enforce-module-boundaries", "no-restricted-imports"];
  return (result?.messages ?? []).filter(({ ruleId }) => boundary.includes(ruleId ?? "")).map(({ message }) => message);
}

describe("structure", function () {
  this.timeout(120_000);

  it("keeps components from importing rules", () => {
    const faults = boundaryFaults(
      "packages/keys",
      'import { rules } from "@hipaa-aws/policy-pack/library";\nexport const all = rules;\n',
    );
    assert.ok(faults.length > 0);
  });

  it("keeps rules from importing components", () => {
    const faults = boundaryFaults(
      "policy-pack",
      'import { KeyRing } from "@hipaa-aws/keys";\nexport const ring = KeyRing;\n',
    );
    assert.ok(faults.length > 0);
  });

  it("keeps the simulated AWS out of what is published", () => {
    const faults = boundaryFaults(
      "packages/keys",
      'import { recordProgram } from "@hipaa-aws/simulated-aws";\nexport const record = recordProgram;\n',
    );
    assert.ok(faults.length > 0);
  });

  it("lets components import foundation", () => {
    const text =
      'import { auditRetentionDays } from "@hipaa-aws/foundation";\nexport const days = auditRetentionDays;\n';
    assert.deepEqual(boundaryFaults("packages/keys", text), []);
  });

  it("has a rule for every requirement that a rule can judge, unless another rule took it over, and no rule beyond", () => {
    const ids = new Set(rules.map(({ id }) => id));
    const wanted = [...requirements().values()].filter(({ kind }) => kind.endsWith("-policy"));
    const missing = wanted.filter(({ id, mergedInto }) => !ids.has(mergedInto ?? id) && !ids.has(id));
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
    const known = new Set(wanted.map(({ id }) => id));
    assert.deepEqual(
      [...ids].filter((id) => !known.has(id)),
      [],
    );
  });

  it("gives each published package what it needs to be published and read", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { link?: boolean; resolved?: string }>;
    };
    const folders = Object.values(lock.packages).flatMap(({ link, resolved }) => (link && resolved ? [resolved] : []));
    assert.ok(folders.length > 15);
    for (const folder of folders) {
      const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
        private?: boolean;
        license?: string;
        description?: string;
        dependencies?: Record<string, string>;
      };
      if (manifest.private) continue;
      assert.equal(manifest.license, "Apache-2.0", folder);
      assert.ok((manifest.description ?? "").length > 10, folder);
      assert.ok(existsSync(join(root, folder, "README.md")), `${folder} has no README.md`);
      // A range of "*" would be published as "*".
      for (const [name, range] of Object.entries(manifest.dependencies ?? {}))
        assert.notEqual(range, "*", `${folder}: ${name}`);
    }
  });
});
