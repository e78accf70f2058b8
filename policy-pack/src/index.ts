import "./authoring/deferred-modules";
import { PolicyPack } from "@pulumi/policy";
import { byType } from "./authoring/by-type";
import { CompileContext, compileRules } from "./authoring/compile";
import { watchConfiguration } from "./authoring/configured-pack";
import { answerIdleRemediations } from "./authoring/idle-remediation";
import { optimizeLater } from "./authoring/optimize-later";
import { readPlainly } from "./authoring/plain-properties";
import { shareInputs } from "./authoring/shared-inputs";
import { SkippedAnswers, writeResponses } from "./authoring/skipped-answers";
import { exemptionsSchema } from "./authoring/exemption-terms";
import { shareSchema } from "./authoring/shared-schemas";
import { shareStackResources } from "./authoring/stack-resources";
import { rules } from "./rules";

optimizeLater();
readPlainly();
shareInputs();
shareStackResources();
shareSchema(exemptionsSchema);
const answers = new SkippedAnswers();
writeResponses(answers);

const context = new CompileContext();
watchConfiguration((read) => context.configure(read));
answerIdleRemediations(() => context.mayRemediate);

// The only place that makes a pack: making one reads the working directory's package.json and starts a server.
new PolicyPack("hipaa-aws", {
  displayName: "HIPAA Security Rule on AWS",
  description: "The HIPAA Security Rule on AWS, checked at preview, with citations of 45 CFR Part 164.",
  enforcementLevel: "advisory",
  tags: ["hipaa", "aws"],
  policies: byType(compileRules(rules, context), answers, () => context.configured),
});
