// The spec reporter, plus the true counts in reports/tests.json, which scripts/test.mjs adds up.
const fs = require("node:fs");
const path = require("node:path");
const { reporters, Runner } = require("mocha");

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const folder = path.join(process.cwd(), "reports");
      fs.mkdirSync(folder, { recursive: true });
      const name = process.env.TEST_REPORT ?? "tests";
      fs.writeFileSync(
        path.join(folder, `${name}.json`),
        JSON.stringify({ passed: passes, failed: failures, skipped: pending }) + "\n",
      );
    });
  }
};
