import { mustBeTrue, mustNotBeFalse, required } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { hasTls12 } from "./transport";

const defaultEndpoint = resourceRule("apigateway-default-endpoint-off", {
  check: (resource) => {
    const policy = resource.get("securityPolicy");
    resource.expect(
      Truth.any([
        resource.get("disableExecuteApiEndpoint").isTrue(),
        resource.get("endpointConfiguration.types").some((type) => type.isOneOf("PRIVATE")),
        policy.isGiven().and(hasTls12(policy)),
      ]),
      "the API answers at its default endpoint, beside the custom domain and its TLS policy",
    );
  },
});

const cacheInvalidation = resourceRule("apigateway-cache-invalidation-auth", {
  check: mustNotBeFalse("settings.requireAuthorizationForCacheControl", "anyone may invalidate cached entries"),
});

const clientCertificate = resourceRule("apigateway-client-certificate", {
  check: required("clientCertificateId", "the stage shows its HTTP back end no client certificate"),
});

const tracing = resourceRule("apigateway-xray-tracing", {
  check: mustBeTrue("xrayTracingEnabled", "the stage does not trace with AWS X-Ray"),
});

export const optionRules: readonly Rule[] = [defaultEndpoint, cacheInvalidation, clientCertificate, tracing];
