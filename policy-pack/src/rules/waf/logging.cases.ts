import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const acl = (name = "acl") => resource("aws:wafv2/webAcl:WebAcl", { scope: "REGIONAL" }, { name });
const logging = (properties: Record<string, unknown>) =>
  resource("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", properties, { name: "logging" });
const header = (name: unknown) => ({ singleHeader: { name } });
const query = { queryString: {} };
const redacts = (...redactedFields: readonly unknown[]) => logging({ redactedFields });

export const loggingCases: ServiceCases = {
  "waf-logging-enabled": [
    pass("a logging configuration", [acl(), logging({ resourceArn: ref("acl", "arn") })]),
    pass(
      "a logging configuration alone",
      logging({ resourceArn: "arn:aws:wafv2:us-east-1:1:regional/webacl/other/1" }),
    ),
    fault("none", acl()),
    fault("that of another web ACL", [
      acl(),
      logging({ resourceArn: "arn:aws:wafv2:us-east-1:1:regional/webacl/other/1" }),
    ]),
    fault("one of two", [acl("second"), acl(), logging({ resourceArn: ref("acl", "arn") })]),
    undecided("a logging configuration known on update", [acl(), logging({ resourceArn: unknown })]),
  ],
  "waf-logging-redacted": [
    pass("headers and the query string", redacts(header("authorization"), header("cookie"), query)),
    pass("names in capitals", redacts(header("Authorization"), header("Cookie"), query, { uriPath: {} })),
    fault("nothing", logging({})),
    fault("no authorization header", redacts(header("cookie"), query)),
    fault("no cookie header", redacts(header("authorization"), query)),
    fault("no query string", redacts(header("authorization"), header("cookie"))),
    fault("a name that only begins so", redacts(header("authorization-info"), header("cookie"), query)),
    fault("a certain fault beside an unknown", redacts(header(unknown), header("cookie"))),
    undecided("a name known on update", redacts(header(unknown), header("cookie"), query)),
    undecided("known on update", logging({ redactedFields: unknown })),
  ],
};
