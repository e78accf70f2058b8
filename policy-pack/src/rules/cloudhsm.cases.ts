import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";
import { a, network, subnetOf } from "../testing/vpc";

type Properties = Record<string, unknown>;
const cluster = (properties: Properties = {}, name = "subject") =>
  resource("aws:cloudhsmv2/cluster:Cluster", properties, { name });
const hsm = (name: string, properties: Properties) =>
  resource("aws:cloudhsmv2/hsm:Hsm", { clusterId: ref("subject", "clusterId"), ...properties }, { name });
const b = subnetOf("b");
const subnets = [network, a, b];
const two = cluster({ hsmType: "hsm2m.medium", subnetIds: [ref("a"), ref("b")] });
const first = hsm("first", { subnetId: ref("a") });
const second = hsm("second", { subnetId: ref("b") });

export const cloudhsmCases: ServiceCases = {
  "cloudhsm-fips-mode": [
    pass("the validated mode", cluster({ hsmType: "hsm2m.medium", mode: "FIPS" })),
    pass("the first type, which knows no other", cluster({ hsmType: "hsm1.medium" })),
    fault("the newer type with nothing said", cluster({ hsmType: "hsm2m.medium" })),
    fault("another mode", cluster({ hsmType: "hsm2m.medium", mode: "NON_FIPS" })),
    fault("another mode for the first type", cluster({ hsmType: "hsm1.medium", mode: "NON_FIPS" })),
    undecided("a mode known on update", cluster({ hsmType: "hsm1.medium", mode: unknown })),
    undecided("a type known on update", cluster({ hsmType: unknown })),
    fault("no type and no mode", cluster()),
  ],
  "cloudhsm-cluster-multi-az": [
    pass("two modules in two subnets", [two, first, second, ...subnets]),
    pass("two modules in two zones", [
      two,
      hsm("first", { availabilityZone: "us-east-1a" }),
      hsm("second", { availabilityZone: "us-east-1b" }),
      ...subnets,
    ]),
    fault("one subnet", [cluster({ subnetIds: [ref("a")] }), first, second, ...subnets]),
    fault("a public subnet", [two, first, second, network, a, subnetOf("b", "public")]),
    fault("a subnet that hands out public addresses", [
      two,
      first,
      second,
      network,
      a,
      subnetOf("b", undefined, { mapPublicIpOnLaunch: true }),
    ]),
    fault("no module", [two, ...subnets]),
    fault("one module", [two, first, ...subnets]),
    fault("two modules in one subnet", [two, first, hsm("second", { subnetId: ref("a") }), ...subnets]),
    fault("two modules in one zone", [
      two,
      hsm("first", { availabilityZone: "us-east-1a" }),
      hsm("second", { availabilityZone: "us-east-1a" }),
      ...subnets,
    ]),
    fault("the modules of another cluster", [
      two,
      first,
      hsm("second", { clusterId: "cluster-2", subnetId: ref("b") }),
      ...subnets,
    ]),
    undecided("a module whose cluster is known on update", [
      two,
      first,
      hsm("second", { clusterId: unknown, subnetId: ref("b") }),
      ...subnets,
    ]),
    pass("two modules in subnets whose zones are stated", [
      two,
      first,
      second,
      network,
      subnetOf("a", undefined, { availabilityZone: "us-east-1a" }),
      subnetOf("b", undefined, { availabilityZone: "us-east-1b" }),
    ]),
    undecided(
      "a module placed by its zone beside one placed by its subnet",
      [two, first, hsm("second", { availabilityZone: "us-east-1a" }), ...subnets],
      { at: ["subject"] },
    ),
    undecided("modules whose places are known on update", [
      two,
      first,
      hsm("second", { availabilityZone: unknown }),
      ...subnets,
    ]),
    undecided("subnets of another stack", [cluster({ subnetIds: unknown }), first, second, ...subnets]),
    fault("no subnets", [cluster({ hsmType: "hsm2m.medium" }), first, second, ...subnets]),
  ],
};
