import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const balancer = (listeners: unknown, more: Record<string, unknown> = {}) =>
  resource("aws:elb/loadBalancer:LoadBalancer", { listeners, ...more });
const listener = (lbProtocol: unknown, instanceProtocol: unknown, sslCertificateId: unknown = "arn:aws:acm:a") => ({
  lbPort: 443,
  instancePort: 8443,
  lbProtocol,
  instanceProtocol,
  sslCertificateId,
});
const passthrough = { tags: { "hipaa:tls": "passthrough" } };

export const classicCases: ServiceCases = {
  "elb-classic-listener-encrypted": [
    pass("HTTPS", balancer([listener("HTTPS", "HTTPS")])),
    pass("ssl in lower case", balancer([listener("ssl", "ssl")])),
    pass("TCP passed through, as tagged", balancer([listener("tcp", "tcp")], passthrough)),
    fault("HTTP", balancer([listener("HTTP", "HTTPS")])),
    fault("the second of two listeners", balancer([listener("HTTPS", "HTTPS"), listener("http", "http")])),
    fault("TCP without the tag", balancer([listener("TCP", "TCP")])),
    fault("TCP to SSL in spite of the tag", balancer([listener("TCP", "SSL")], passthrough)),
    fault("a certain fault beside an unknown", balancer([listener(unknown, "HTTPS"), listener("HTTP", "HTTPS")])),
    undecided("a protocol known on update", balancer([listener(unknown, "HTTPS")])),
    undecided("tags known on update", balancer([listener("TCP", "TCP")], { tags: unknown })),
    undecided("listeners known on update", balancer(unknown)),
    fault("nothing said", balancer([listener(undefined, "HTTPS")])),
  ],
  "elb-classic-backend-encrypted": [
    pass("HTTPS to HTTPS", balancer([listener("HTTPS", "HTTPS")])),
    pass("SSL to SSL", balancer([listener("SSL", "ssl")])),
    pass("HTTP, which the listener's rule reports", balancer([listener("HTTP", "HTTP")])),
    pass("TCP", balancer([listener("TCP", "TCP")])),
    fault("HTTPS to HTTP", balancer([listener("https", "http")])),
    fault("SSL to TCP", balancer([listener("SSL", "TCP")])),
    fault("the second of two listeners", balancer([listener("SSL", "SSL"), listener("SSL", "TCP")])),
    undecided("known on update", balancer([listener("HTTPS", unknown)])),
    undecided("a listener known on update", balancer([listener(unknown, "HTTP")])),
    fault("nothing said, which goes on as the listener does without TLS", balancer([listener("SSL", undefined)])),
  ],
  "elb-classic-acm-certificate": [
    pass("a certificate", balancer([listener("HTTPS", "HTTPS")])),
    pass("a wired certificate", balancer([listener("SSL", "SSL", unknown)])),
    pass("none needed", balancer([{ ...listener("TCP", "TCP"), sslCertificateId: undefined }])),
    fault("none", balancer([{ ...listener("HTTPS", "HTTPS"), sslCertificateId: undefined }])),
    fault(
      "none on the second of two listeners",
      balancer([listener("HTTPS", "HTTPS"), { ...listener("SSL", "SSL"), sslCertificateId: undefined }]),
    ),
    fault("an empty one", balancer([listener("ssl", "ssl", "")])),
    undecided("a protocol known on update", balancer([{ lbProtocol: unknown, instanceProtocol: "HTTPS" }])),
    undecided("listeners known on update", balancer(unknown)),
  ],
};
