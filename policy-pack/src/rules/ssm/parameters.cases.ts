import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const parameter = (properties: Record<string, unknown>) =>
  resource("aws:ssm/parameter:Parameter", { type: "String", ...properties });
const secret = resource("aws:secretsmanager/secret:Secret", {}, { name: "secret" });
const accessKey = ["AKIA", "IOSFODNN7", "ABCDEFG"].join("");

export const parameterCases: ServiceCases = {
  "ssm-secure-parameters": [
    pass("a secure one", parameter({ name: "/app/db-password", type: "SecureString", value: "hunter2!" })),
    pass("a plain setting", parameter({ name: "/app/log-level", value: "debug" })),
    pass("a telling word in the middle of the path", parameter({ name: "/app/password/min-length", value: "twelve" })),
    pass(
      "a secret's ARN under a telling name",
      parameter({ name: "/app/db-secret", value: "arn:aws:secretsmanager:us-east-1:111122223333:secret:db" }),
    ),
    fault("a plain password", parameter({ name: "/app/db-password", value: "hunter2!" })),
    fault("a plain password in a list", parameter({ name: "/app/api_key", type: "StringList", value: "hunter2!" })),
    fault("a name that Pulumi completed", parameter({ name: "db-password-1a2b3c4", value: "hunter2!" })),
    fault("an access key under any name", parameter({ name: "/app/config", value: accessKey })),
    fault("a value in the open", parameter({ name: "/app/db-password", insecureValue: "hunter2!" })),
    fault(
      "a value in the open that is known on update",
      parameter({ name: "/app/db-password", insecureValue: unknown }),
    ),
    undecided("a value known on update", parameter({ name: "/app/db-password", value: unknown })),
    undecided("a name known on update", parameter({ name: unknown, value: "hunter2!" })),
    undecided("a type known on update", parameter({ name: "/app/db-password", type: unknown, value: "hunter2!" })),
    pass(
      "a value known on update in a secure one",
      parameter({ name: "/app/db-password", type: "SecureString", value: unknown }),
    ),
    undecided("a wired ARN", [parameter({ name: "/app/db-secret", value: ref("secret", "arn") }), secret], {
      afterUpdate: "pass",
    }),
  ],
};
