import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const certificate = (properties: Record<string, unknown>) => resource("aws:acm/certificate:Certificate", properties);
const host = { domainName: "clinic.example.com", validationMethod: "DNS" };

export const acmCases: ServiceCases = {
  "acm-certificate-managed": [
    pass("validated by DNS", certificate(host)),
    pass("of a private authority", certificate({ domainName: "db.internal", certificateAuthorityArn: unknown })),
    pass("imported", certificate({ certificateBody: "pem", privateKey: "pem" })),
    fault("validated by e-mail", certificate({ domainName: "clinic.example.com", validationMethod: "EMAIL" })),
    fault("not validated", certificate({ domainName: "clinic.example.com", validationMethod: "NONE" })),
    fault("nothing said", certificate({ domainName: "clinic.example.com" })),
    undecided("known on update", certificate({ validationMethod: unknown })),
  ],
  "acm-key-algorithm": [
    pass("RSA 2048 by default", certificate(host)),
    pass("RSA 2048", certificate({ ...host, keyAlgorithm: "RSA_2048" })),
    pass("an elliptic curve", certificate({ ...host, keyAlgorithm: "EC_prime256v1" })),
    fault("RSA 1024", certificate({ ...host, keyAlgorithm: "RSA_1024" })),
    fault("RSA 1024 in lower case", certificate({ ...host, keyAlgorithm: "rsa_1024" })),
    undecided("known on update", certificate({ ...host, keyAlgorithm: unknown })),
  ],
  "acm-no-phi": [
    pass("a plain host name", certificate({ ...host, subjectAlternativeNames: ["www.clinic.example.com"] })),
    pass("no host name", certificate({ certificateBody: "pem" })),
    pass("a number that is none", certificate({ domainName: "mrn-service.example.com" })),
    fault("a medical record number", certificate({ domainName: "mrn0012345.example.com" })),
    fault(
      "in an alternative name",
      certificate({
        ...host,
        subjectAlternativeNames: ["www.example.com", "123-45-6789.example.com"],
      }),
    ),
    fault("a configured word", certificate({ domainName: "oncology.example.com" }), {
      config: { denyWords: ["oncology"] },
    }),
    fault(
      "beside an unknown",
      certificate({ ...host, subjectAlternativeNames: [unknown, "dob-19800230.example.com"] }),
    ),
    undecided("known on update", certificate({ domainName: unknown })),
  ],
};
