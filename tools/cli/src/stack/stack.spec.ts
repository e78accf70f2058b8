import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StackError, UsageError } from "../errors";
import { clinic } from "../testing/fakes";
import { configOverrides, environmentConfig } from "./config";
import { loadProgram } from "./program";
import { chooseEnvironments, openProject } from "./project";

describe("stacks", () => {
  let folder: string;
  const put = (name: string, text: string) => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const open = () => openProject(folder, "/");
  const failsWith = (
    action: () => unknown,
    message: RegExp,
    type: typeof StackError | typeof UsageError = StackError,
  ) => assert.throws(action, (error) => error instanceof type && message.test(error.message), String(message));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "stack-"));
    put("Pulumi.yaml", "name: tiny\nruntime: nodejs\n");
    put("Pulumi.dev.yaml", "config:\n  tiny:size: small\n");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe("project", () => {
    it("is found by path and by name under stacks/", () => {
      assert.equal(open().name, "tiny");
      assert.equal(openProject(".", folder).directory, folder);
      put("root/stacks/tiny/Pulumi.yaml", "name: named\n");
      assert.equal(openProject("tiny", "/", join(folder, "root")).name, "named");
    });

    it("needs a name, a readable file and an environment", () => {
      put("Pulumi.yaml", "runtime: nodejs\n");
      failsWith(open, /the project has no name/);
      put("Pulumi.yaml", "name: [\n");
      failsWith(open, /Pulumi.yaml, line \d: this is no YAML/);
      put("Pulumi.yaml", "- a\n");
      failsWith(open, /must hold keys with values/);
      put("Pulumi.yaml", "name: tiny\n");
      rmSync(join(folder, "Pulumi.dev.yaml"));
      failsWith(() => chooseEnvironments([], open()), /has no environment; add a file Pulumi/, UsageError);
    });
  });

  describe("configuration", () => {
    it("takes defaults of the project, then the environment, then the command line", () => {
      const project = openProject(clinic, "/");
      assert.deepEqual(environmentConfig(project, "prod"), { "clinic:size": "large", "clinic:region": "us-east-1" });
      const overrides = configOverrides(["size=tiny", "aws:region=eu-west-1", "clinic:note=a=b"], "clinic");
      assert.deepEqual(environmentConfig(project, "prod", overrides), {
        "clinic:size": "tiny",
        "clinic:region": "us-east-1",
        "aws:region": "eu-west-1",
        "clinic:note": "a=b",
      });
    });

    it("keeps numbers as written, and writes structured values as JSON", () => {
      assert.deepEqual(environmentConfig(openProject(clinic, "/"), "dev"), {
        "clinic:size": "small",
        "clinic:region": "us-east-1",
        "aws:allowedAccountIds": '["011122223333"]',
        "clinic:account": "011122223333",
        "clinic:replicas": "2",
        "clinic:protected": "true",
      });
      put("Pulumi.dev.yaml", "config:\n  tiny:deep: {a: 1, b: [true]}\n  tiny:empty:\n");
      assert.deepEqual(environmentConfig(open(), "dev"), { "tiny:deep": '{"a":1,"b":[true]}' });
    });

    it("refuses an encrypted value with its key, unless the command line gives one, and never shows it", () => {
      const project = openProject(clinic, "/");
      failsWith(
        () => environmentConfig(project, "sealed"),
        /Pulumi\.sealed\.yaml: clinic:token is encrypted \(secure\).*--config clinic:token=<value>/,
      );
      assert.throws(
        () => environmentConfig(project, "sealed"),
        (error: Error) => !error.message.includes("v1:abc"),
      );
      assert.equal(environmentConfig(project, "sealed", { "clinic:token": "x" })["clinic:token"], "x");
      put("Pulumi.dev.yaml", "config:\n  tiny:list:\n    - {key: {secure: v1}}\n");
      failsWith(() => environmentConfig(open(), "dev"), /tiny:list is encrypted/);
    });

    it("refuses imports of Pulumi ESC environments, and configuration that is no mapping", () => {
      put("Pulumi.dev.yaml", "environment:\n  - shared\n");
      failsWith(() => environmentConfig(open(), "dev"), /Pulumi\.dev\.yaml, line 1: it takes values from Pulumi ESC/);
      put("Pulumi.dev.yaml", "a: b\nconfig: 3\n");
      failsWith(() => environmentConfig(open(), "dev"), /Pulumi\.dev\.yaml, line 2: config must hold keys with values/);
    });

    it("is empty for an empty file", () => {
      put("Pulumi.dev.yaml", "");
      assert.deepEqual(environmentConfig(open(), "dev"), {});
    });

    it("refuses an override without a value, and does not repeat what may be a secret", () => {
      failsWith(
        () => configOverrides(["token"], "tiny"),
        /--config must be <key>=<value>; correct "token"/,
        UsageError,
      );
    });
  });

  describe("program", () => {
    it("is the function that the module exports, by itself, as default or as program", () => {
      for (const text of ["module.exports = () => 7", "exports.default = () => 7", "exports.program = () => 7"]) {
        put("index.js", text);
        const program = loadProgram(open());
        assert.equal(program(), 7);
        delete require.cache[join(folder, "index.js")];
      }
    });

    it("is found by main of Pulumi.yaml and of package.json", () => {
      put("dist/app.js", "module.exports = () => 8");
      put("package.json", '{"main": "dist/app.js"}');
      assert.equal(loadProgram(open())(), 8);
      put("other/index.js", "module.exports = () => 9");
      put("Pulumi.yaml", "name: tiny\nmain: other\n");
      assert.equal(loadProgram(open())(), 9);
    });

    it("is refused when it is not built, exports no function or does not load", () => {
      failsWith(
        () => loadProgram(open()),
        /the main module index\.js is not there as JavaScript; build the stack first/,
      );
      put("Pulumi.yaml", "name: tiny\nmain: dist/index.js\n");
      failsWith(() => loadProgram(open()), /the main module dist\/index\.js is not there/);
      put("dist/index.js", "module.exports = { bucket: 1 }");
      failsWith(() => loadProgram(open()), /dist\/index\.js exports no function; write the program as a function/);
      put("Pulumi.yaml", "name: tiny\nmain: broken.js\n");
      put("broken.js", "throw new Error('no engine')");
      failsWith(() => loadProgram(open()), /broken\.js cannot be loaded: no engine/);
    });

    it("is refused when it brings its own copy of the SDK", () => {
      put("node_modules/@pulumi/pulumi/index.js", "");
      put("index.js", "module.exports = () => 1");
      failsWith(() => loadProgram(open()), /uses another copy of @pulumi\/pulumi/);
    });
  });
});
