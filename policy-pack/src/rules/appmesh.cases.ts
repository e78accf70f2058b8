import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const node = (spec: unknown) => resource("aws:appmesh/virtualNode:VirtualNode", { spec });
const gateway = (spec: unknown) => resource("aws:appmesh/virtualGateway:VirtualGateway", { spec });
const listening = (...modes: unknown[]) => ({
  listeners: modes.map((mode) => (mode === undefined ? { portMapping: {} } : { tls: { mode } })),
});
const strict = listening("STRICT");
const calling = (tls: unknown) => ({ clientPolicy: { tls } });
const validated = { validation: { trust: { acm: { certificateAuthorityArns: ["arn"] } } } };
const defaults = (tls: unknown) => ({ backendDefaults: calling(tls) });
const backend = (tls?: unknown) => ({
  virtualService: { virtualServiceName: "api", ...(tls === undefined ? {} : calling(tls)) },
});

export const appmeshCases: ServiceCases = {
  "appmesh-tls-strict": [
    pass("a node that calls nobody", node(strict)),
    pass("a node that calls with TLS", node({ ...strict, ...defaults(validated), backends: [backend()] })),
    pass(
      "a node with a policy for its backend",
      node({ ...strict, backends: [backend({ ...validated, enforce: true })] }),
    ),
    pass("a gateway", gateway({ ...strict, ...defaults(validated) })),
    fault("no TLS", node(listening(undefined))),
    fault("TLS if asked for", node(listening("PERMISSIVE"))),
    fault("one of two listeners", gateway({ ...listening("STRICT", "DISABLED"), ...defaults(validated) })),
    fault("a node that calls as it likes", node({ ...strict, backends: [backend()] })),
    fault(
      "a node whose policy for all is not enforced",
      node({ ...strict, ...defaults({ ...validated, enforce: false }), backends: [backend()] }),
    ),
    fault(
      "a backend with a policy that is not enforced",
      node({ ...strict, ...defaults(validated), backends: [backend({ ...validated, enforce: false })] }),
    ),
    fault("a gateway that says nothing of its routes", gateway(strict)),
    fault("no TLS beside an unknown", node(listening(unknown, undefined))),
    undecided("a mode known on update", node(listening(unknown))),
    undecided("a policy known on update", gateway({ ...strict, backendDefaults: unknown })),
    undecided("all known on update", node(unknown)),
  ],
  "appmesh-no-phi-in-names": [
    pass("a log", node({ logging: { accessLog: { file: { path: "/dev/stdout" } } } })),
    pass("a log whose place is known on update", node({ logging: { accessLog: { file: { path: unknown } } } })),
    undecided("known on update", node({ logging: { accessLog: unknown } })),
    undecided("all known on update", node(unknown)),
    fault("nothing said", node({})),
    fault("an empty block", node({ logging: {} })),
  ],
};
