import js from "@eslint/js";
import nx from "@nx/eslint-plugin";
import tseslint from "typescript-eslint";

const onlyDependOn = (tag, ...allowed) => ({ sourceTag: tag, onlyDependOnLibsWithTags: allowed });

export default tseslint.config(
  { ignores: ["**/dist/**", "**/coverage/**", "**/reports/**", "**/fixtures/**", "**/node_modules/**"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    plugins: { "@nx": nx },
    languageOptions: {
      parserOptions: { project: ["./tsconfig.spec.json"], tsconfigRootDir: process.cwd() },
    },
    rules: {
      // Rules and components never import each other; only tests see both.
      "@nx/enforce-module-boundaries": [
        "error",
        {
          enforceBuildableLibDependency: true,
          allow: [],
          depConstraints: [
            onlyDependOn("type:data"),
            onlyDependOn("type:state"),
            onlyDependOn("type:simulation", "type:simulation", "type:state"),
            onlyDependOn("type:lib", "type:data", "type:simulation"),
            onlyDependOn("type:component", "type:component", "type:lib", "type:data", "type:simulation"),
            onlyDependOn("type:policy", "type:data"),
            onlyDependOn("type:stack", "type:component", "type:lib", "type:data"),
            onlyDependOn(
              "type:tool",
              "type:tool",
              "type:simulation",
              "type:state",
              "type:stack",
              "type:policy",
              "type:lib",
              "type:data",
            ),
            onlyDependOn("type:test", "*"),
          ],
        },
      ],
      // Together these three catch an Output in a template string, in `+` and in String(), which tsc lets pass.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/restrict-plus-operands": "error",
      "@typescript-eslint/no-base-to-string": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // The CommonJS form of TypeScript, for a module that exports one function, as a Pulumi program does.
      "@typescript-eslint/no-require-imports": ["error", { allowAsImport: true }],
      eqeqeq: "error",
    },
  },
  {
    // A component is created for its effect; its variable is often unused.
    files: ["packages/**/*.ts", "stacks/**/*.ts", "tests/**/*.ts"],
    rules: { "no-new": "off" },
  },
  {
    // The simulated AWS is for tests; what is published never needs it.
    files: ["packages/*/src/**/*.ts"],
    ignores: ["**/*.spec.ts", "**/testing/**"],
    rules: {
      "no-restricted-imports": ["error", { patterns: ["@hipaa-aws/simulated-aws*", "@hipaa-aws/component-testing*"] }],
    },
  },
  {
    files: ["**/*.spec.ts"],
    rules: { "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: [] }] },
  },
);
