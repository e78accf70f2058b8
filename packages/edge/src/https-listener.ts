import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { tlsPolicy } from "./tls-policy";

/** Two years, the period that browsers ask for before they preload a domain. */
const strictTransportSecurity = "max-age=63072000; includeSubDomains; preload";

/**
 * The HTTPS listener: TLS policy, response headers that bind browsers, and 404 for whatever no rule forwards.
 *
 * @param contentSecurityPolicy value of the header, where browsers render what the targets answer
 */
export function httpsListener(
  name: string,
  balancer: lb.LoadBalancer,
  certificateArn: pulumi.Input<string>,
  contentSecurityPolicy: string | undefined,
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
