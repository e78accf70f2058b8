import * as route53 from "@pulumi/aws/route53";
import type * as pulumi from "@pulumi/pulumi";
import { ManagedCertificate, WebApplicationFirewall } from "@hipaa-aws/edge";
import type { KeyRing } from "@hipaa-aws/keys";
import { ApiFront, ApiFrontAuthorization, ApiFrontMethod, type PhiFunction } from "@hipaa-aws/serverless";
import {
  HipaaWebApplicationApiMethod,
  type HipaaWebApplicationApiArgs,
  type HipaaWebApplicationApiAuthorizer,
} from "./api-args";
import type { HipaaWebApplicationArgs } from "./args";
import type { NamedFunction } from "./compute-access";

/** What the API is wired to. */
export interface ApiSurroundings {
  readonly keys: KeyRing;
  readonly alarmTopicArn: pulumi.Output<string>;
  readonly functions: readonly NamedFunction[];
  /** The web ACL before the public load balancer; undefined where there is none of this Region. */
  readonly webAclArn: pulumi.Output<string> | undefined;
}

/** Creates the API before the functions, with its certificate and its record. */
export function createApi(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: ApiSurroundings,
  parent: pulumi.Resource,
): ApiFront | undefined {
  if (args.api === undefined) return undefined;
  const { keys, alarmTopicArn, functions } = surroundings;
  const { hostedZoneId, tags } = args;
  const { domainName, routes, authorizer, allowedCidrs, rateLimit, burstLimit, accountLogRole } = args.api;
  const certificate = new ManagedCertificate(
    `${name}-api`,
    { domainName, hostedZoneId, alarmTopicArn, tags },
    { parent },
  );
  const api = new ApiFront(
    `${name}-api`,
    {
      routes: routes.map(({ path, method, target, signed = false, scopes }) => ({
        path,
        method: methods[method],
        target: front(functions, target),
        ...(signed && { authorization: ApiFrontAuthorization.Iam }),
        ...(scopes && { scopes }),
      })),
      ...(authorizer && { authorizer: authorizerOf(authorizer, functions) }),
      webAclArn: surroundings.webAclArn ?? ownWebAcl(name, args, surroundings, parent).webAclArn,
      ...(allowedCidrs && { allowedCidrs }),
      domain: { domainName, certificateArn: certificate.certificateArn },
      logsKey: keys.logs,
      ...limits({ rateLimit, burstLimit }),
      accountLogRole: accountLogRole ?? false,
      alarmTopicArn,
      tags,
    },
    { parent },
  );
  new route53.Record(
    `${name}-api`,
    {
      zoneId: hostedZoneId,
      name: domainName,
      type: "A",
      aliases: [{ name: api.domainTarget, zoneId: api.domainZoneId, evaluateTargetHealth: false }],
    },
    { parent },
  );
  return api;
}

/** The same rules once more, where the application's own web ACL serves CloudFront and no API can have it. */
function ownWebAcl(
  name: string,
  { firewall, deletionProtection = true, tags }: HipaaWebApplicationArgs,
  { keys, alarmTopicArn }: ApiSurroundings,
  parent: pulumi.Resource,
): WebApplicationFirewall {
  return new WebApplicationFirewall(
    `${name}-api`,
    { ...firewall, key: keys.logs, deletionProtection, alarmTopicArn, tags },
    { parent },
  );
}

function authorizerOf(
  { userPoolArns, target, header }: HipaaWebApplicationApiAuthorizer,
  functions: readonly NamedFunction[],
) {
  return {
    ...(userPoolArns && { userPoolArns }),
    ...(target !== undefined && { target: front(functions, target) }),
    ...(header !== undefined && { header }),
  };
}

/** What the API is told of a function, and no more: a component among the arguments would be stored as a reference. */
function front(functions: readonly NamedFunction[], target: string): Pick<PhiFunction, "functionName" | "invokeArn"> {
  const found = functions.find(({ args }) => args.name === target);
  if (found === undefined) throw new Error(`the arguments were checked, and ${target} is one of functions`);
  const { functionName, invokeArn } = found.fn;
  return { functionName, invokeArn };
}

function limits({ rateLimit, burstLimit }: Pick<HipaaWebApplicationApiArgs, "rateLimit" | "burstLimit">) {
  return { ...(rateLimit !== undefined && { rateLimit }), ...(burstLimit !== undefined && { burstLimit }) };
}

const methods: Readonly<Record<HipaaWebApplicationApiMethod, ApiFrontMethod>> = {
  [HipaaWebApplicationApiMethod.Get]: ApiFrontMethod.Get,
  [HipaaWebApplicationApiMethod.Head]: ApiFrontMethod.Head,
  [HipaaWebApplicationApiMethod.Post]: ApiFrontMethod.Post,
  [HipaaWebApplicationApiMethod.Put]: ApiFrontMethod.Put,
  [HipaaWebApplicationApiMethod.Patch]: ApiFrontMethod.Patch,
  [HipaaWebApplicationApiMethod.Delete]: ApiFrontMethod.Delete,
  [HipaaWebApplicationApiMethod.Any]: ApiFrontMethod.Any,
};
