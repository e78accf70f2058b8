import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { asText, Value } from "../authoring/value";
import {
  holdsAccessKeyId,
  holdsLiteralPassword,
  holdsSecret,
  isLiteralCredential,
  isUrlWithPassword,
} from "../knowledge/credentials";
import { anyBelow, textsBelow, type Look } from "../knowledge/texts";
import { readingsOf } from "../knowledge/user-data";

/** Inputs that a rule of their own service scans for secrets. */
const scannedElsewhere: Readonly<Record<string, readonly string[]>> = {
  "aws:lambda/function:Function": ["environment"],
  "aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions"],
  "aws:codebuild/project:Project": ["environment", "source", "secondarySources"],
  "aws:codebuild/sourceCredential:SourceCredential": ["token"],
  "aws:ec2/instance:Instance": ["userData", "userDataBase64"],
  "aws:ec2/launchTemplate:LaunchTemplate": ["userData"],
  "aws:ec2/launchConfiguration:LaunchConfiguration": ["userData", "userDataBase64"],
  "aws:ssm/parameter:Parameter": ["value", "insecureValue"],
  "aws:secretsmanager/secretVersion:SecretVersion": ["secretString", "secretBinary"],
  "pulumi:providers:aws": ["accessKey", "secretKey", "token"],
};

/** Inputs that name a function, an image or an object of AWS, which no password leads to. */
const namesOfAws = /^(authorizer|artifactStore|image|location|log|.*(File|S3|Template))Uri$/i;

/** An integration of API Gateway with AWS itself signs its calls; with a back end of one's own it takes any URL. */
function integratesWithAws(resource: ResourceCheck): boolean {
  return ["type", "integrationType"].some((path) => resource.get(path).isOneOf("AWS", "AWS_PROXY", "MOCK").isYes);
}

/** Whether a text that is known on update may turn out to be a URL with a password, by the name of its input. */
function mayHoldUrl(resource: ResourceCheck, name: string): boolean {
  return /(connection|uri|dsn)(string)?$/i.test(name) && !namesOfAws.test(name) && !integratesWithAws(resource);
}

const isEnvironment = (name: string): boolean => /^(?:container|runtime)?environment(?:Variables)?$/i.test(name);

/** The environments of programs that stand in an input, at any depth: those of containers, jobs, applications. */
function environmentsIn(name: string, value: Value): Value[] {
  if (isEnvironment(name) && !Array.isArray(value.raw)) return [value];
  if (Array.isArray(value.raw)) return value.items().flatMap((item) => environmentsIn("", item));
  return value.entries().flatMap(([inner, one]) => environmentsIn(inner, one));
}

/** A variable that is named like a credential has no literal value. */
function judgeVariables(resource: ResourceCheck, environment: Value): void {
  if (environment.isUnknown) resource.expect(environment.asUnknown(), "");
  for (const [name, value] of environment.entries()) {
    resource.expect(
      isLiteralCredential(name, value).not(),
      `the input ${value.path} is named like a credential and has a literal value`,
    );
  }
}

/** Inputs that are scripts in base64, which run at every start: those of notebooks and of SageMaker Studio. */
const scripts: readonly string[] = ["onCreate", "onStart", "studioLifecycleConfigContent"];

/** What is looked at closely, to say where it stands. */
const suspicious: Look = {
  text: (text) => isUrlWithPassword(text) || holdsAccessKeyId(text),
  key: isEnvironment,
};

const giveAway = (script: string): boolean => holdsSecret(script) || holdsLiteralPassword(script);

const noCredentialsInUrls = resourceRule("general-no-credentials-in-urls", {
  check: (resource) => {
    const skipped = scannedElsewhere[resource.type] ?? [];
    for (const [name, value] of resource.inputs.entries()) {
      if (skipped.includes(name)) continue;
      // An unknown text matters where a URL is asked for: text built around an output is known on update only.
      if (value.isUnknown && mayHoldUrl(resource, name)) resource.expect(value.asUnknown(), "");
      if (!scripts.includes(name) && !anyBelow({ [name]: value.raw }, suspicious)) continue;
      for (const found of textsBelow(value)) {
        if (isUrlWithPassword(found.text)) resource.fault(`the input ${found.path} holds a URL with a password in it`);
        if (holdsAccessKeyId(found.text)) resource.fault(`the input ${found.path} holds an AWS access key id`);
      }
      for (const environment of environmentsIn(name, value)) judgeVariables(resource, environment);
      if (scripts.includes(name)) {
        resource.expect(
          value.whenKnown((raw) => typeof raw === "string" && readingsOf(raw).some(giveAway)).not(),
          `the script ${name} holds an access key, a private key, a password or a vendor's token`,
        );
      }
    }
  },
});

/** An input of a provider, which arrives as JSON text unless it is a text itself. */
function providerInput(resource: ResourceCheck, name: string): Value {
  const value = resource.get(name);
  if (value.text === undefined) return value;
  try {
    return new Value(JSON.parse(value.text) as unknown, name);
  } catch {
    return value;
  }
}

const accountPinned = resourceRule("general-hipaa-account-pinned", {
  config: {
    hipaaAccountIds: {
      type: "array",
      items: { type: "string" },
      description: "Ids of the accounts that the business associate agreement with AWS designates. Empty: not judged.",
      default: [],
    },
  },
  check: (resource) => {
    const accounts = resource.setting<readonly string[]>("hipaaAccountIds");
    resource.onlyWhen(Truth.of(accounts.length > 0), "hipaaAccountIds is not configured");
    const pinned = providerInput(resource, "allowedAccountIds");
    resource.expect(pinned.isGiven(), "the provider is not pinned to accounts");
    resource.expect(
      pinned.every((id) => id.isOneOf(...accounts)),
      "the provider may be used in an account that is not designated for PHI",
    );
  },
});

const loopback = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/i;

const httpsProvider = resourceRule("general-transport-https-provider", {
  check: (resource) => {
    resource.expect(
      providerInput(resource, "insecure").isTrue().not(),
      "the provider does not verify TLS certificates",
    );
    const endpoints = providerInput(resource, "endpoints");
    const secure = endpoints.every((set) =>
      Truth.all(
        (typeof set.raw === "object" ? set.entries() : []).map(([, url]) =>
          url.isAbsent
            ? Truth.yes
            : url.whenKnown((raw) => /^https:\/\//i.test(asText(raw)) || loopback.test(asText(raw))),
        ),
      ),
    );
    resource.expect(secure, "an endpoint of the provider is not reached over HTTPS");
  },
});

const fipsEndpoints = resourceRule("general-fips-endpoints-option", {
  config: {
    requireFips: { type: "boolean", description: "Whether AWS APIs must be called at FIPS endpoints.", default: false },
  },
  check: (resource) => {
    resource.onlyWhen(Truth.of(resource.setting<boolean>("requireFips")), "requireFips is not configured");
    resource.expect(providerInput(resource, "useFipsEndpoint").isTrue(), "the provider does not use FIPS endpoints");
  },
});

const noStaticCredentials = resourceRule("general-no-static-provider-credentials", {
  faultsOnPresence: true,
  check: (resource) => {
    for (const name of ["accessKey", "secretKey"]) {
      resource.expect(resource.get(name).isGiven().not(), `the provider holds a static credential in ${name}`);
    }
  },
});

/** The service's own deletion protection, where it has one. */
const deletionProtection: Readonly<Record<string, string>> = {
  "aws:rds/instance:Instance": "deletionProtection",
  "aws:rds/cluster:Cluster": "deletionProtection",
  "aws:dynamodb/table:Table": "deletionProtectionEnabled",
};

const statefulProtected = resourceRule("general-stateful-resources-protected", {
  config: {
    production: {
      type: "boolean",
      description: "Whether the stack is a production stack; others are not judged.",
      default: false,
    },
  },
  check: (resource) => {
    resource.onlyWhen(Truth.of(resource.setting<boolean>("production")), "the stack is not configured as production");
    const path = deletionProtection[resource.type];
    const byService = path === undefined ? Truth.no : resource.get(path).isTrue();
    resource.expect(
      Truth.of(resource.options.protect).or(byService),
      "neither Pulumi's protect option nor the service's deletion protection guards the resource",
    );
  },
});

/** Inputs that a safeguard hangs on. */
const safeguard =
  /^(\*|.*(encrypt|kms|publiclyaccessible|publicaccess|blockpublic|policy|logging|accesslogs|ssl|tls|deletionprotection|ingress|egress|versioning).*)$/i;

const noIgnoredSafeguards = resourceRule("pulumi-no-ignored-safeguards", {
  check: (resource) => {
    const hidden = resource.options.ignoreChanges.some((path) => safeguard.test(path));
    resource.expect(Truth.of(!hidden), "the option ignoreChanges hides an input that a safeguard hangs on");
  },
});

/** Rules on how Pulumi itself is used, whatever the service. */
export const pulumiRules: readonly Rule[] = [
  noCredentialsInUrls,
  accountPinned,
  httpsProvider,
  fipsEndpoints,
  noStaticCredentials,
  statefulProtected,
  noIgnoredSafeguards,
];
