import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { allow, allowing, elsewhere, managed, roleOf, trust, trusting } from "../../testing/iam";

const policy = (value: unknown) => resource("aws:iam/policy:Policy", { policy: value });

export const scopeCases: ServiceCases = {
  "iam-ineligible-service-actions": [
    pass("an eligible service", allowing("s3:GetObject", "arn:aws:s3:::a/*")),
    pass("a service whose name begins alike", allowing("sms-voice:SendTextMessage")),
    pass("everything, which another rule reports", allowing("*")),
    pass("a deny", managed({ Effect: "Deny", Action: "lightsail:*", Resource: "*" })),
    pass("a trusted service", trusting(trust({ Service: "ec2.amazonaws.com" }))),
    fault("Lightsail", allowing("lightsail:GetInstances")),
    fault("in capitals", allowing("WorkDocs:*")),
    fault("beside an eligible service", allowing(["s3:GetObject", "qldb:SendCommand"], "arn:aws:s3:::a/*")),
    fault("a trust of RoboMaker", trusting(trust({ Service: "robomaker.amazonaws.com" }))),
    ...elsewhere(allow("a4b:*")).map((holder) => fault(`the same in ${holder.type.split(":").at(-1) ?? ""}`, holder)),
    undecided("a policy known on update", policy(unknown)),
    undecided("a trust policy known on update", roleOf({ assumeRolePolicy: unknown })),
  ],
  "iam-write-actions-scoped": [
    pass("a named topic", allowing("sns:Publish", "arn:aws:sns:us-east-1:1:alerts")),
    pass("an action that takes no resource", allowing("ecr:GetAuthorizationToken")),
    pass(
      "under a condition",
      allowing("ec2:StopInstances", "*", { Condition: { StringEquals: { "aws:ResourceTag/app": "a" } } }),
    ),
    pass("reading objects, which another rule reports", allowing("s3:GetObject")),
    pass("all of a service, which another rule reports", allowing("sns:*")),
    pass("a deny", managed({ Effect: "Deny", Action: "sns:Publish", Resource: "*" })),
    fault("any topic", allowing("sns:Publish")),
    fault("by a pattern", allowing("ec2:Terminate*")),
    fault("beside a named one", allowing("lambda:InvokeFunction", ["arn:aws:lambda:us-east-1:1:function:a", "*"])),
    ...elsewhere(allow("ssm:SendCommand")).map((holder) =>
      fault(`the same in ${holder.type.split(":").at(-1) ?? ""}`, holder),
    ),
    undecided("a policy known on update", policy(unknown)),
  ],
};
