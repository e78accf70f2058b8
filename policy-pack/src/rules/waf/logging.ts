import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { stands, webAcl } from "./rule-lists";

const configuration = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

const loggingEnabled = stackRule("waf-logging-enabled", {
  check: (stack, graph) => {
    const open = graph
      .unresolvedReferrers(configuration, "resourceArn", webAcl)
      .map(() => Truth.unknown("WebAclLoggingConfiguration.resourceArn"));
    for (const acl of graph.ofType(webAcl)) {
      const isLogged = graph.referrers(acl, configuration, "resourceArn").length > 0;
      stack.expect(acl, Truth.any([Truth.of(isLogged), ...open]), "the web ACL does not log requests");
    }
  },
});

const loggingRedacted = resourceRule("waf-logging-redacted", {
  check: (logging) => {
    const some = (condition: (field: Value) => Truth): Truth => logging.get("redactedFields").some(condition);
    for (const header of ["authorization", "cookie"]) {
      logging.expect(
        some((field) => field.get("singleHeader.name").isOneOf(header)),
        `logs hold the ${header} header`,
      );
    }
    logging.expect(
      some((field) => stands(field.get("queryString"))),
      "logs hold the query string",
    );
  },
});

export const loggingRules: readonly Rule[] = [loggingEnabled, loggingRedacted];
