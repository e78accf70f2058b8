import { checksFor, logRetention, type ArgumentChecks } from "@hipaa-aws/foundation";
import { ApiFrontAuthorization, ApiFrontMethod, type ApiFrontArgs, type ApiFrontRoute } from "./api-front-args";
import { namesIdentifier } from "./identifiers";

/** A route, checked. */
export interface ApiRoute extends ApiFrontRoute {
  /** `<path>-<METHOD>` without slashes, unique. */
  readonly name: string;
  readonly segments: readonly string[];
  readonly authorization: ApiFrontAuthorization;
}

/** What steers an ApiFront, checked and with defaults. */
export interface ApiFrontSettings {
  readonly routes: readonly ApiRoute[];
  readonly isPrivate: boolean;
  readonly stageName: string;
  readonly rateLimit: number;
  readonly burstLimit: number;
  readonly logRetentionDays: number;
  /** TLS policy of the API and its domain. */
  readonly securityPolicy: string;
}

/**
 * TLS policy of September 2025: TLS 1.3, and 1.2 with forward secrecy, in a FIPS validated module, with hybrid
 * post-quantum key exchange for clients that offer it. Source: Amazon API Gateway Developer Guide, "Supported security
 * policies".
 */
export const tlsPolicy = "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09";

/** Checks the plain arguments of an ApiFront. Limits: Amazon API Gateway Developer Guide, "Quotas". */
export function readApiFrontSettings(name: string, args: ApiFrontArgs): ApiFrontSettings {
  const checks = checksFor("ApiFront", name);
  const isPrivate = args.vpcEndpointIds !== undefined;
  checkExposure(checks, args, isPrivate);
  checkAuthorizer(checks, args);
  const routes = readRoutes(checks, args);
  if (args.clientCertificate === true && routes.every(({ url }) => url === undefined)) {
    checks.fail("clientCertificate", "is given, but no route has a url: functions see no certificate", "Leave it out");
  }
  return {
    routes,
    isPrivate,
    stageName: checks.matches("stageName", args.stageName ?? "v1", /^\w{1,128}$/, "letters, digits and underscores"),
    rateLimit: checks.integer("rateLimit", args.rateLimit ?? 100, 1, 10_000),
    burstLimit: checks.integer("burstLimit", args.burstLimit ?? 200, 1, 5000),
    logRetentionDays: logRetention(checks, args.logRetentionDays),
    // Client certificates and the newer policies exclude each other. Source: Amazon API Gateway Developer Guide,
    // "Choose a security policy for your custom domain in API Gateway".
    securityPolicy: args.domain?.trustStoreUri === undefined ? tlsPolicy : "TLS_1_2",
  };
}

function checkExposure(checks: ArgumentChecks, args: ApiFrontArgs, isPrivate: boolean): void {
  const { webAclArn, vpcEndpointIds, allowedCidrs, domain } = args;
  checks.exclusive({ webAclArn, vpcEndpointIds });
  if (webAclArn === undefined && vpcEndpointIds === undefined) {
    checks.fail("webAclArn and vpcEndpointIds", "are both missing", "Give the one for a public, or for a private API");
  }
  if (isPrivate) {
    if (vpcEndpointIds?.length === 0) checks.fail("vpcEndpointIds", "is empty", "Give the endpoints of callers");
    // A private API is reached by the names of its endpoints, and callers have addresses of the VPC.
    checks.exclusive({ vpcEndpointIds, domain });
    checks.exclusive({ vpcEndpointIds, allowedCidrs });
  }
  for (const block of allowedCidrs ?? []) {
    checks.matches("allowedCidrs[]", block, /^[0-9a-fA-F.:]+\/\d{1,3}$/, "a block such as 192.0.2.0/24");
    if (/\/0$/.test(block)) checks.fail("allowedCidrs", `holds ${block}, which is everybody`, "Leave it out");
  }
  if (allowedCidrs?.length === 0) checks.fail("allowedCidrs", "is empty", "Leave it out, or name blocks");
  if (domain?.trustStoreVersion !== undefined && domain.trustStoreUri === undefined) {
    checks.fail("domain.trustStoreVersion", "is given without domain.trustStoreUri", "Give both");
  }
  const uri = domain?.trustStoreUri;
  if (typeof uri === "string") checks.matches("domain.trustStoreUri", uri, /^s3:\/\/[^/]+\/.+$/, "s3://bucket/key");
}

function checkAuthorizer(checks: ArgumentChecks, { authorizer }: ApiFrontArgs): void {
  if (authorizer === undefined) return;
  const { userPoolArns, target, header } = authorizer;
  checks.exclusive({ "authorizer.userPoolArns": userPoolArns, "authorizer.target": target });
  if (target === undefined && (userPoolArns === undefined || userPoolArns.length === 0)) {
    checks.fail("authorizer.userPoolArns and authorizer.target", "are both missing", "Give one of them");
  }
  if (header !== undefined) checks.matches("authorizer.header", header, /^[A-Za-z0-9-]+$/, "the name of a header");
}

function readRoutes(checks: ArgumentChecks, args: ApiFrontArgs): ApiRoute[] {
  if (args.routes.length > 100) {
    checks.fail("routes", `has ${String(args.routes.length)} elements`, "Give 100 at most, or use {proxy+}");
  }
  checks.atLeast("routes", args.routes, 1);
  const routes = args.routes.map((route) => readRoute(checks, args, route));
  checks.unique(
    "routes",
    routes.map((route) => route.name),
  );
  return routes;
}

const segment = String.raw`(?:[\w$.-]+|\{\w+\})`;
const pathForm = new RegExp(String.raw`^(?:/|(?:/${segment})+(?:/\{\w+\+\})?|/\{\w+\+\})$`);

function readRoute(checks: ArgumentChecks, args: ApiFrontArgs, route: ApiFrontRoute): ApiRoute {
  const { path, url } = route;
  checks.matches("routes[].path", path, pathForm, "an absolute path such as /visits/{visitId}");
  checks.oneOf("routes[].method", route.method, Object.values(ApiFrontMethod));
  const revealing = [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = ""]) => name).find(namesIdentifier);
  if (revealing !== undefined) {
    const problem = `holds {${revealing}}, the name of an identifier, and paths are logged on their way`;
    checks.fail("routes[].path", problem, "Use an opaque id, and send the identifier in the body");
  }
  checks.exclusive({ "routes[].target": route.target, "routes[].url": url });
  if (route.target === undefined && url === undefined) {
    checks.fail("routes[].target and routes[].url", `are both missing for ${path}`, "Give one of them");
  }
  if (typeof url === "string") checks.matches("routes[].url", url, /^https:\/\/[^@]+$/, "an address with https://");
  const wanted =
    route.authorization ??
    (args.authorizer === undefined ? ApiFrontAuthorization.Iam : ApiFrontAuthorization.Authorizer);
  const authorization = checks.oneOf("routes[].authorization", wanted, Object.values(ApiFrontAuthorization));
  if (authorization === ApiFrontAuthorization.Authorizer && args.authorizer === undefined) {
    checks.fail("routes[].authorization", "asks for the authorizer, but there is none", "Give authorizer");
  }
  if (route.scopes !== undefined) {
    checks.atLeast("routes[].scopes", route.scopes, 1);
    if (authorization === ApiFrontAuthorization.Iam || args.authorizer?.userPoolArns === undefined) {
      checks.fail("routes[].scopes", "is given, but only user pools know scopes", "Leave it out");
    }
  }
  const segments = path.split("/").filter((part) => part !== "");
  return { ...route, authorization, segments, name: [...segments, route.method].join("-") };
}
