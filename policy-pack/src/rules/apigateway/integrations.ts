import { ineligibleActions } from "@hipaa-aws/controls";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";
import { listenerTypes } from "../elb/balancers";

const httpIntegration = "aws:apigatewayv2/integration:Integration";

const vpcLinkTls = stackRule("apigateway-vpc-link-tls", {
  check: (stack, graph) => {
    for (const integration of graph.ofType(httpIntegration)) {
      const isLink = integration.get("connectionType").isOneOf("VPC_LINK");
      const { targets } = graph.references(integration, "integrationUri", ...listenerTypes);
      // A listener of plain HTTP is the fault of elb-listener-encrypted.
      const isEncrypted = targets.map((listener) => listener.get("protocol").isOneOf("HTTPS", "TLS", "HTTP"));
      stack.expect(
        integration,
        isLink.not().or(Truth.all(isEncrypted)),
        "the integration reaches a listener without TLS through the VPC link",
      );
      stack.expect(
        integration,
        isLink.not().or(integration.get("tlsConfig.serverNameToVerify").isGiven()),
        "the integration does not verify the name of the server behind the VPC link",
      );
    }
  },
});

/** AWS services that an HTTP API integrates with by itself; all of them are eligible. */
const subtypes = /^(EventBridge|SQS|Kinesis|StepFunctions|AppConfig)-/i;

const eligible = resourceRule("apigateway-integration-eligible", {
  check: (resource) => {
    const fault = "the integration goes to an AWS service that is not eligible for PHI or has ended";
    const isEnded = resource.get("uri").whenKnown((raw) => {
      const service = /^arn:[^:]*:apigateway:[^:]*:(?:[^:]*\.)?([^:.]+):/i.exec(asText(raw))?.[1];
      return service !== undefined && ineligibleActions().has(service.toLowerCase());
    });
    resource.expect(isEnded.not(), fault);
    const subtype = resource.get("integrationSubtype");
    resource.expect(subtype.isGiven().not().or(subtype.matches(subtypes)), fault);
  },
});

export const integrationRules: readonly Rule[] = [vpcLinkTls, eligible];
