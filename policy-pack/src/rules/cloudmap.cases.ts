import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const instance = (attributes: unknown) => resource("aws:servicediscovery/instance:Instance", { attributes });
const namespace = (properties: Properties = {}) =>
  resource("aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace", properties);

export const cloudmapCases: ServiceCases = {
  "cloudmap-no-phi-in-attributes": [
    pass("harmless attributes", instance({ AWS_INSTANCE_IPV4: "10.0.0.1", role: "viewer" })),
    pass("a short number, which is no record number", instance({ AWS_INSTANCE_PORT: "8443", weight: "1234" })),
    fault("the number of a patient", instance({ AWS_INSTANCE_IPV4: "10.0.0.1", viewer: "MRN-0012345" })),
    fault("the number of a patient for a name", instance({ "MRN-0012345": "viewer" })),
    fault("a deny-word", instance({ clinic: "Oncology West" }), { config: { denyWords: ["oncology"] } }),
    fault("a number beside an unknown", instance({ AWS_INSTANCE_IPV4: unknown, viewer: "MRN-0012345" })),
    undecided("a value known on update", instance({ AWS_INSTANCE_IPV4: unknown })),
    undecided("attributes known on update", instance(unknown)),
    pass("no attributes", instance(undefined)),
  ],
  "cloudmap-public-namespace": [
    pass("a namespace of the public tier", namespace({ tags: { "hipaa:tier": "public" } })),
    pass("the same by the provider's tags", namespace({ tagsAll: { "hipaa:tier": "public" } })),
    fault("a namespace", namespace()),
    fault("a namespace of another tier", namespace({ tags: { "hipaa:tier": "app" } })),
    undecided("tags known on update", namespace({ tags: unknown })),
  ],
};
