import { fault, json, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const role = (assumeRolePolicy: unknown) => resource("aws:iam/role:Role", { assumeRolePolicy });
const trust = (Principal: unknown, Effect = "Allow") => ({ Effect, Principal, Action: "sts:AssumeRole" });
const trusting = (...statements: unknown[]) => role(json({ Statement: statements }));

export const opsworksCases: ServiceCases = {
  "opsworks-retired": [
    pass("another service", trusting(trust({ Service: "ec2.amazonaws.com" }))),
    pass("a statement that denies it", trusting(trust({ Service: "opsworks.amazonaws.com" }, "Deny"))),
    pass("a name that only begins alike", trusting(trust({ Service: "opsworksish.amazonaws.com" }))),
    fault("stacks", trusting(trust({ Service: "opsworks.amazonaws.com" }))),
    fault("configuration management", trusting(trust({ Service: "opsworks-cm.amazonaws.com" }))),
    fault("one of two services", trusting(trust({ Service: ["ec2.amazonaws.com", "opsworks.amazonaws.com"] }))),
    fault(
      "one of two statements",
      trusting(trust({ AWS: "111122223333" }), trust({ Service: "opsworks.amazonaws.com" })),
    ),
    notApplicable("a trust known on update, judged then", role(unknown)),
    undecided("text that is no policy", role("{")),
    pass("no trust, which AWS does not accept", role(undefined)),
  ],
};
