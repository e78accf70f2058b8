import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";
import { integrationsIn } from "../../knowledge/openapi";

const restDomain = "aws:apigateway/domainName:DomainName";

const domainTls = resourceRule("apigateway-domain-tls12", {
  check: (resource) => {
    const path = resource.type === restDomain ? "securityPolicy" : "domainNameConfiguration.securityPolicy";
    resource.expect(hasTls12(resource.get(path)), "the custom domain is not held to TLS 1.2 or newer");
  },
});

/** Whether a security policy of API Gateway refuses TLS below 1.2. Absent is no. */
export function hasTls12(policy: Value): Truth {
  return policy.matches(/^(TLS_1_[23]|SecurityPolicy_TLS1[23]_.*)$/i);
}

/** Where each kind of resource says which back end it calls. */
const uriPaths: Readonly<Record<string, string>> = {
  "aws:apigateway/integration:Integration": "uri",
  "aws:apigatewayv2/integration:Integration": "integrationUri",
  "aws:apigatewayv2/api:Api": "target",
};

const integrationTls = resourceRule("apigateway-integration-tls", {
  check: (resource) => {
    const path = uriPaths[resource.type];
    const plain = "an integration calls its back end over plain HTTP";
    const unverified = "an integration does not verify the certificate of its back end";
    // API Gateway calls AWS itself by TLS, whatever the address turns out to be.
    const callsAws = ["type", "integrationType"].map((kind) => resource.get(kind).isOneOf("AWS", "AWS_PROXY", "MOCK"));
    if (path !== undefined) resource.expect(Truth.any([...callsAws, isPlainHttp(resource.get(path)).not()]), plain);
    resource.expect(resource.get("tlsConfig.insecureSkipVerification").isTrue().not(), unverified);
    const body = resource.get("body");
    if (body.isUnknown) return resource.expect(body.asUnknown(), plain);
    const integrations = integrationsIn(body.text ?? "");
    resource.expect(Truth.of(!integrations.some(({ uri }) => isPlain(uri))), plain);
    resource.expect(Truth.of(!integrations.some(({ skipsVerification }) => skipsVerification)), unverified);
  },
});

/** Whether a back end is called over plain HTTP; unknown where a stage variable brings the scheme. */
function isPlainHttp(uri: Value): Truth {
  if (uri.text?.startsWith("${") === true) return Truth.unknown(uri.path);
  return uri.whenKnown((raw) => isPlain(asText(raw)));
}

// A name below .localhost leads nowhere: it fills the place where an API calls no back end.
function isPlain(uri: string): boolean {
  const host = /^http:\/\/([^/:?#]*)/i.exec(uri.trim())?.[1];
  return host !== undefined && !/(^|\.)localhost$/i.test(host);
}

export const transportRules: readonly Rule[] = [domainTls, integrationTls];
