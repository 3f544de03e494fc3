import { Injectable } from "@nestjs/common";

/** Names what uses a segment, for people. */
export type SegmentUse = (accountId: number, segmentKey: string) => Promise<readonly string[]>;

/** Who uses segments tells here, because segmentation knows none of them: a segment in use is not archived. */
@Injectable()
export class SegmentUses {
  private readonly uses: SegmentUse[] = [];

  add(use: SegmentUse): void {
    this.uses.push(use);
  }

  async of(accountId: number, segmentKey: string): Promise<string[]> {
    return (await Promise.all(this.uses.map((use) => use(accountId, segmentKey)))).flat();
  }
}
