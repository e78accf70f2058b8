import * as lb from "@pulumi/aws/lb";
import type { input as inputs } from "@pulumi/aws/types";
import type * as pulumi from "@pulumi/pulumi";
import { tlsPolicy } from "./tls-policy";

/** Two years, the period that browsers ask for before they preload a domain. */
const strictTransportSecurity = "max-age=63072000; includeSubDomains; preload";

/** What differs between HTTPS listeners. */
export interface HttpsListenerSettings {
  certificateArn: pulumi.Input<string>;
  /** Value of the header, where browsers render what the targets answer. */
  contentSecurityPolicy?: string;
  /** Set where clients have to show a certificate. */
  mutualAuthentication?: inputs.lb.ListenerMutualAuthentication | undefined;
}

/** The HTTPS listener: TLS policy, response headers that bind browsers, and 404 for whatever no rule forwards. */
export function httpsListener(
  name: string,
  balancer: lb.LoadBalancer,
  { certificateArn, contentSecurityPolicy, mutualAuthentication }: HttpsListenerSettings,
  opts: pulumi.CustomResourceOptions,
): lb.Listener {
  return new lb.Listener(
    `${name}-https`,
    {
      loadBalancerArn: balancer.arn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: tlsPolicy,
      certificateArn,
      ...(mutualAuthentication === undefined ? {} : { mutualAuthentication }),
      routingHttpResponseServerEnabled: false,
      routingHttpResponseStrictTransportSecurityHeaderValue: strictTransportSecurity,
      routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
      routingHttpResponseXFrameOptionsHeaderValue: "DENY",
      ...(contentSecurityPolicy === undefined
        ? {}
        : { routingHttpResponseContentSecurityPolicyHeaderValue: contentSecurityPolicy }),
      defaultActions: [
        {
          type: "fixed-response",
          fixedResponse: { contentType: "text/plain", messageBody: "Not found", statusCode: "404" },
        },
      ],
    },
    opts,
  );
}

/** The listener on port 80. It knows one answer: come back by HTTPS. */
export function redirectListener(
  name: string,
  balancer: lb.LoadBalancer,
  opts: pulumi.CustomResourceOptions,
): lb.Listener {
  return new lb.Listener(
    `${name}-redirect`,
    {
      loadBalancerArn: balancer.arn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    },
    opts,
  );
}
