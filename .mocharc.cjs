// One configuration for every project: mocha looks upwards for it, the globs are relative to the project.
module.exports = {
  require: ["tsx/cjs"],
  spec: ["src/**/*.spec.ts"],
  reporter: require.resolve("./scripts/mocha-reporter.cjs"),
  timeout: 60000,
  forbidOnly: true,
  failZero: true,
};
