import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const cache = (properties: Record<string, unknown> = {}) => resource("aws:appsync/apiCache:ApiCache", properties);

const api = (properties: Record<string, unknown> = {}) => resource("aws:appsync/graphQLApi:GraphQLApi", properties);
const logs = (logConfig: unknown) => api({ logConfig });
const role = "arn:aws:iam::111122223333:role/api-logs";

export const appsyncCases: ServiceCases = {
  "appsync-config": [
    pass("IAM", api({ authenticationType: "AWS_IAM" })),
    pass("a user pool, with an API key beside it", [
      api({
        authenticationType: "AMAZON_COGNITO_USER_POOLS",
        additionalAuthenticationProviders: [{ authenticationType: "API_KEY" }],
      }),
    ]),
    fault("an API key", api({ authenticationType: "API_KEY" })),
    fault("an API key, with a user pool beside it", [
      api({
        authenticationType: "API_KEY",
        additionalAuthenticationProviders: [{ authenticationType: "AMAZON_COGNITO_USER_POOLS" }],
      }),
    ]),
    fault("an API where none is allowed", api({ authenticationType: "AWS_IAM" }), { config: { allowAppSync: false } }),
    undecided("known on update", api({ authenticationType: unknown })),
    pass("nothing said, which AWS does not accept", api()),
  ],
  "appsync-logging": [
    pass("errors", logs({ cloudwatchLogsRoleArn: role, fieldLogLevel: "ERROR" })),
    pass("everything, by a wired role", [
      logs({ cloudwatchLogsRoleArn: ref("role", "arn"), fieldLogLevel: "ALL" }),
      resource("aws:iam/role:Role", {}, { name: "role" }),
    ]),
    fault("nothing said", api()),
    fault("no field logs", logs({ cloudwatchLogsRoleArn: role, fieldLogLevel: "NONE" })),
    fault("no role", logs({ fieldLogLevel: "ERROR" })),
    undecided("a level known on update", logs({ cloudwatchLogsRoleArn: role, fieldLogLevel: unknown })),
  ],
  "appsync-no-verbose-logs": [
    pass("left out", logs({ fieldLogLevel: "ERROR", excludeVerboseContent: true })),
    pass("no logs, which another rule judges", api()),
    fault("kept", logs({ fieldLogLevel: "ERROR", excludeVerboseContent: false })),
    fault("nothing said", logs({ fieldLogLevel: "ERROR" })),
    undecided("known on update", logs({ excludeVerboseContent: unknown })),
    undecided("logs known on update", logs(unknown)),
  ],
  "appsync-cache-encrypted-at-rest": [
    pass("on", cache({ atRestEncryptionEnabled: true })),
    pass(
      "on, and off in transit, which another rule reports",
      cache({ atRestEncryptionEnabled: true, transitEncryptionEnabled: false }),
    ),
    fault("off", cache({ atRestEncryptionEnabled: false })),
    fault("on in transit only", cache({ transitEncryptionEnabled: true })),
    undecided("known on update", cache({ atRestEncryptionEnabled: unknown })),
  ],
  "appsync-cache-encrypted-in-transit": [
    pass("on", cache({ transitEncryptionEnabled: true })),
    pass(
      "on, and off at rest, which another rule reports",
      cache({ atRestEncryptionEnabled: false, transitEncryptionEnabled: true }),
    ),
    fault("off", cache({ transitEncryptionEnabled: false })),
    fault("on at rest only", cache({ atRestEncryptionEnabled: true })),
    undecided("known on update", cache({ transitEncryptionEnabled: unknown })),
  ],
};
