import { isWorldOpenCidr } from "../cidr";
import { isAllWild } from "../glob";
import { arnWitness, candidatesFor, otherAccount, type Candidate } from "./candidates";
import { arnParts, operatorName, operatorOf, rangeOf } from "./operators";
import type { Condition } from "./policy-reading";
import type { World, WorldValue } from "./worlds";

/**
 * Keys by which AWS says where a request comes from: what somebody outside of the account and the organization has
 * there is his own, never what a policy names, unless the policy names everyone's.
 */
const ofCaller: Readonly<Record<string, readonly string[]>> = {
  "aws:principalaccount": [otherAccount],
  "aws:principalarn": [`arn:aws:iam::${otherAccount}:role/outsider`],
};

const ofOrganization: Readonly<Record<string, readonly string[]>> = {
  "aws:principalorgid": ["o-outsider00"],
  "aws:principalorgpaths": ["o-outsider00/r-zz99/ou-zz99-outsider/"],
};

const ofSource: Readonly<Record<string, readonly string[]>> = {
  "aws:sourceaccount": [otherAccount],
  "aws:sourceowner": [otherAccount],
  "aws:sourcearn": [`arn:aws:sns:us-east-1:${otherAccount}:outsider`],
  "aws:sourceorgid": ["o-outsider00"],
  "aws:sourceorgpaths": ["o-outsider00/r-zz99/ou-zz99-outsider/"],
  "aws:sourcevpc": ["vpc-0outsider0"],
  "aws:sourcevpce": ["vpce-0outsider0"],
  "aws:vpceaccount": [otherAccount],
  "kms:calleraccount": [otherAccount],
  "s3:dataaccesspointaccount": [otherAccount],
};

/** Keys that only a request signed with credentials carries. */
const ofSigned = /^aws:(principaltag\/.*|username|userid|principaltype|multifactorauth\w+|tokenissuetime)$/;

/** Keys that only AWS's own services carry. */
const ofServices = /^aws:principalservicename(slist)?$/;

/** Somebody who signs nothing. */
export const anonymous: World = (key, conditions) => {
  if (key in ofCaller || key in ofOrganization || ofSigned.test(key) || ofServices.test(key)) return absent;
  return key === "aws:principalisawsservice" ? absent : fromOutside(key, conditions);
};

/** Somebody with an AWS account of his own. */
export const stranger: World = (key, conditions) => {
  if (key === "aws:principalisawsservice") return { kind: "fixed", value: ["false"] };
  if (ofServices.test(key)) return absent;
  const own = ofCaller[key];
  // Whoever calls has an account, so the key is always there.
  if (own) return { kind: "any", candidates: theirs(own, key, conditions) };
  const organization = ofOrganization[key];
  if (organization) return { kind: "any", candidates: [undefined, ...theirs(organization, key, conditions)] };
  return fromOutside(key, conditions);
};

const absent: WorldValue = { kind: "fixed", value: undefined };

function fromOutside(key: string, conditions: readonly Condition[]): WorldValue {
  if (key === "aws:sourceip") return { kind: "any", candidates: [undefined, ...addresses(conditions)] };
  const source = ofSource[key];
  if (source) return { kind: "any", candidates: [undefined, ...theirs(source, key, conditions)] };
  return { kind: "any", candidates: candidatesFor(key, conditions) };
}

/** What is the outsider's own, and what he can have where a policy leaves open whose it is. */
function theirs(own: readonly string[], key: string, conditions: readonly Condition[]): Candidate[] {
  if (!key.endsWith("arn")) return [own];
  const open = conditions
    .filter((condition) => condition.key === key)
    .flatMap(({ values }) => values.known)
    .filter(isAnyonesArn)
    .map((pattern) => [arnWitness(isAllWild(pattern) ? "arn:*" : pattern)]);
  return [own, ...open];
}

/** Whether an ARN leaves the account open. ARNs of buckets hold none: there it is the name that says whose it is. */
function isAnyonesArn(pattern: string): boolean {
  if (isAllWild(pattern)) return true;
  const [, , , , account, resource = ""] = arnParts(pattern);
  return account === undefined || /[*?]/.test(account) || (account === "" && /^[*?]/.test(resource));
}

/** An address outside of the ranges that a policy names, and one in each range that is open to the world. */
function addresses(conditions: readonly Condition[]): Candidate[] {
  const named = conditions
    .filter(
      ({ key, operator }) => key === "aws:sourceip" && operatorOf(operatorName(operator).base)?.family === "address",
    )
    .flatMap(({ values }) => values.known);
  const open = named.filter((range) => isWorldOpenCidr(range.includes("/") ? range : `${range}/32`));
  const narrow = named.filter((range) => !open.includes(range));
  const isWithin = operatorOf("ipaddress");
  const outside = ["198.51.100.7", "203.0.113.7", "192.0.2.7", "8.8.4.4", "177.1.1.1", "2600::7", "2a00::7", "9000::7"];
  const bases = open.map((range) => rangeOf(range)?.address.toString()).filter((text) => text !== undefined);
  return [...outside, ...bases]
    .filter((address) => !narrow.some((range) => isWithin?.matches(range, address)))
    .map((address) => [address]);
}
