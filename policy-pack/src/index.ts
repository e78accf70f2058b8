import { PolicyPack } from "@pulumi/policy";
import { compileRules } from "./authoring/compile";
import { rules } from "./rules";

// The only place that makes a pack: making one reads the working directory's package.json and starts a server.
new PolicyPack("hipaa-aws", {
  displayName: "HIPAA Security Rule on AWS",
  description: "The HIPAA Security Rule on AWS, checked at preview, with citations of 45 CFR Part 164.",
  enforcementLevel: "advisory",
  tags: ["hipaa", "aws"],
  policies: compileRules(rules),
});
