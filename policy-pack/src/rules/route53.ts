import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { holdsContactDetails, holdsPhi } from "../knowledge/phi-patterns";
import { noText } from "../knowledge/texts";

const vpc = "aws:ec2/vpc:Vpc";
const zone = "aws:route53/zone:Zone";
const queryLogAssociation = "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation";
const queryLogConfig = "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig";
const queryLog = "aws:route53/queryLog:QueryLog";
const dnsSec = "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec";
const keySigningKey = "aws:route53/keySigningKey:KeySigningKey";

const denyWords = {
  denyWords: {
    type: "array",
    items: { type: "string" },
    description: "Words that the texts must not hold, in any case.",
    default: [],
  },
} as const;

/** Whether some resource of a type refers to the target and meets a condition; unknown while one may. */
function hasReferrer(
  graph: StackGraph,
  target: GraphResource,
  type: string,
  path: string,
  condition: (referrer: GraphResource) => Truth = () => Truth.yes,
): Truth {
  const name = type.slice(type.lastIndexOf(":") + 1);
  const open = graph.unresolvedReferrers(type, path, target.type).map(() => Truth.unknown(`${name}.${path}`));
  return Truth.any([...graph.referrers(target, type, path).map(condition), ...open]);
}

/** Whether a zone answers to everyone: it is bound to no VPC. */
export function isPublicZone(of: GraphResource): Truth {
  const vpcs = of.get("vpcs");
  return vpcs.isUnknown ? vpcs.asUnknown() : vpcs.isGiven().not();
}

const resolverQueryLogging = stackRule("vpc-resolver-query-logging", {
  check: (stack, graph) => {
    for (const config of graph.ofType(queryLogConfig)) {
      stack.expect(config, config.get("destinationArn").isGiven(), "the query log has no destination");
    }
    for (const network of graph.ofType(vpc)) {
      stack.expect(
        network,
        hasReferrer(graph, network, queryLogAssociation, "resourceId"),
        "the DNS queries of the VPC are not logged",
      );
    }
  },
});

const noPhiInRecords = resourceRule("route53-no-phi-in-names", {
  config: denyWords,
  check: (record) => {
    const words = record.setting<readonly string[]>("denyWords");
    const values = record.get("records");
    record.expect(
      noText(values, (text) => holdsPhi(text, words)),
      "a value of the record holds what looks like an identifier of a person",
    );
    // Only free text can hold an address by mistake; SOA, CAA and NAPTR name one by design.
    record.expect(
      record
        .get("type")
        .isOneOf("TXT", "SPF")
        .not()
        .or(noText(values, (text) => !isMailPolicy(text) && holdsContactDetails(text))),
      "a value of the record holds an e-mail address or a phone number",
    );
  },
});

/** SPF, DMARC, DKIM and the reports on TLS and brands name mail addresses by design. */
function isMailPolicy(text: string): boolean {
  return /^["\s]*v=(spf|dmarc|dkim|tlsrpt|sts|bimi)/i.test(text);
}

const queryLogging = stackRule("route53-query-logging", {
  check: (stack, graph) => {
    for (const each of graph.ofType(zone)) {
      const isLogged = hasReferrer(graph, each, queryLog, "zoneId", (log) =>
        log.get("cloudwatchLogGroupArn").isGiven(),
      );
      stack.expect(each, isPublicZone(each).not().or(isLogged), "the queries to the public zone are not logged");
    }
  },
});

const dnssec = stackRule("route53-dnssec", {
  check: (stack, graph) => {
    for (const each of graph.ofType(zone)) {
      const signs = (signing: GraphResource): Truth => signing.get("signingStatus").isOneOf("NOT_SIGNING").not();
      const isSigned = hasReferrer(graph, each, dnsSec, "hostedZoneId", signs);
      const hasKey = hasReferrer(graph, each, keySigningKey, "hostedZoneId");
      stack.expect(each, isPublicZone(each).not().or(isSigned.and(hasKey)), "the public zone is not signed");
    }
  },
});

const healthCheckTls = resourceRule("route53-health-check-tls", {
  config: denyWords,
  check: (check) => {
    const words = check.setting<readonly string[]>("denyWords");
    const type = check.get("type");
    check.expect(type.isGiven().and(type.isOneOf("HTTP", "HTTP_STR_MATCH").not()), "the health check uses plain HTTP");
    for (const path of ["resourcePath", "searchString"]) {
      check.expect(
        noText(check.get(path), (text) => holdsPhi(text, words)),
        "the health check sends or looks for what looks like an identifier of a person",
      );
    }
  },
});

/** What a registered domain keeps on by default, and what is wrong when it is off. */
const domainLocks: Readonly<Record<string, string>> = {
  transferLock: "the domain can be transferred away",
  autoRenew: "the domain does not renew itself",
  registrantPrivacy: "the registrant's details are published",
  adminPrivacy: "the details of the administrative contact are published",
  techPrivacy: "the details of the technical contact are published",
  billingPrivacy: "the details of the billing contact are published",
};

const domainLock = resourceRule("route53-domain-lock", {
  check: (domain) => {
    for (const [path, text] of Object.entries(domainLocks)) domain.expect(domain.get(path).isFalse().not(), text);
  },
});

/** Rules on Amazon Route 53: zones, records, health checks, domains and the resolver of VPCs. */
export const route53Rules: readonly Rule[] = [
  noPhiInRecords,
  domainLock,
  resolverQueryLogging,
  queryLogging,
  dnssec,
  healthCheckTls,
];
