import { mustBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";

const authentication = resourceRule("appsync-config", {
  config: {
    allowAppSync: {
      type: "boolean",
      description: "Whether AWS AppSync may be used at all.",
      default: true,
    },
  },
  check: (resource) => {
    resource.expect(Truth.of(resource.setting<boolean>("allowAppSync")), "AWS AppSync may not be used here");
    resource.expect(
      resource.get("authenticationType").isOneOf("API_KEY").not(),
      "the GraphQL API answers whoever holds an API key",
    );
  },
});

const logging = resourceRule("appsync-logging", {
  check: (resource) => {
    const level = resource.get("logConfig.fieldLogLevel").isOneOf("ERROR", "INFO", "DEBUG", "ALL");
    resource.expect(
      level.and(resource.get("logConfig.cloudwatchLogsRoleArn").isGiven()),
      "the GraphQL API logs neither requests nor errors of fields",
    );
  },
});

const noVerboseLogs = resourceRule("appsync-no-verbose-logs", {
  check: (resource) => {
    const logs = resource.get("logConfig");
    // Without logs there is nothing to leave out; appsync-logging reports that.
    const isLogged = logs.isUnknown ? logs.asUnknown() : logs.isGiven();
    resource.expect(
      isLogged.not().or(logs.get("excludeVerboseContent").isTrue()),
      "the logs hold headers, context and resolved values",
    );
  },
});

const cacheAtRest = resourceRule("appsync-cache-encrypted-at-rest", {
  check: mustBeTrue("atRestEncryptionEnabled", "the API cache is not encrypted at rest"),
});

const cacheInTransit = resourceRule("appsync-cache-encrypted-in-transit", {
  check: mustBeTrue("transitEncryptionEnabled", "the API cache is not encrypted in transit"),
});

/** Rules on AWS AppSync. */
export const appsyncRules: readonly Rule[] = [authentication, logging, noVerboseLogs, cacheAtRest, cacheInTransit];
