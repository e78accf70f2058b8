import type { ArgumentChecks } from "@hipaa-aws/foundation";

interface MemoryRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/**
 * Memory in MiB that Fargate takes for each number of CPU units on Linux. Source: "Task CPU and memory" in the Amazon ECS
 * Developer Guide. 256 units also take 512 MiB, hence its step.
 */
const memoryRanges: ReadonlyMap<number, MemoryRange> = new Map([
  [256, { min: 512, max: 2048, step: 512 }],
  [512, { min: 1024, max: 4096, step: 1024 }],
  [1024, { min: 2048, max: 8192, step: 1024 }],
  [2048, { min: 4096, max: 16384, step: 1024 }],
  [4096, { min: 8192, max: 30720, step: 1024 }],
  [8192, { min: 16384, max: 61440, step: 4096 }],
  [16384, { min: 32768, max: 122880, step: 8192 }],
]);

/** The memory sizes, in MiB, that go with these CPU units; none when Fargate does not know the units. */
export function memorySizes(cpu: number): number[] {
  const range = memoryRanges.get(cpu);
  if (!range) return [];
  const count = (range.max - range.min) / range.step + 1;
  const sizes = Array.from({ length: count }, (_, index) => range.min + index * range.step);
  // The one gap in the table: a quarter of a vCPU takes 512, 1024 and 2048 MiB.
  return cpu === 256 ? sizes.filter((size) => size !== 1536) : sizes;
}

/** Refuses a pair that Fargate does not offer. */
export function checkTaskSize(checks: ArgumentChecks, cpu: number, memoryMib: number): void {
  const units = [...memoryRanges.keys()];
  if (!units.includes(cpu)) {
    checks.fail("cpu", `is ${cpu}, which Fargate does not offer`, `Choose one of ${units.join(", ")}`);
  }
  const sizes = memorySizes(cpu);
  if (sizes.includes(memoryMib)) return;
  const [first, second] = sizes;
  const last = sizes[sizes.length - 1];
  checks.fail(
    "cpu and memoryMib",
    `are ${cpu} and ${memoryMib}, a pair that Fargate does not offer`,
    `With cpu ${cpu}, memoryMib is one of ${first}, ${second}, … up to ${last}`,
  );
}
