// Tiles written command by command, right or wrong: what checks are tried on.
import { PbfWriter } from 'pbf';

export const zigzag = (number) => (number << 1) ^ (number >> 31);
export const [MOVE_TO, LINE_TO, CLOSE] = [9, (count) => (count << 3) | 2, 15];

/** A tile of one layer with one feature. */
export function tile({ type = 3, commands, extent = 4096, version = 2, name = 'lakes', tags = [], keys = [], values = [] }) {
  const writer = new PbfWriter();
  writer.writeMessage(3, (_, layer) => {
    layer.writeVarintField(15, version);
    layer.writeStringField(1, name);
    layer.writeMessage(2, (_, feature) => {
      feature.writePackedVarint(2, tags);
      feature.writeVarintField(3, type);
      feature.writePackedVarint(4, commands);
    });
    for (const key of keys) layer.writeStringField(3, key);
    for (const value of values) layer.writeMessage(4, (text, message) => message.writeStringField(1, text), value);
    layer.writeVarintField(5, extent);
  });
  return writer.finish();
}

/** The commands of rings, each a list of corners without the first one again. */
export function rings(...lists) {
  let [x, y] = [0, 0];
  const step = ([toX, toY]) => {
    const numbers = [zigzag(toX - x), zigzag(toY - y)];
    [x, y] = [toX, toY];
    return numbers;
  };
  return lists.flatMap(([first, ...others]) => [MOVE_TO, ...step(first), LINE_TO(others.length), ...others.flatMap(step), CLOSE]);
}
