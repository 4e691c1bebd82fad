import { render, type TemplateResult } from 'lit';
import { type Map as MapLibreMap, Marker } from 'maplibre-gl';

export type Position = readonly [lon: number, lat: number];

/** How far an arrow key moves the pin, pixels; with Shift, further. */
const STEP = 8;
const LEAP = 48;

const ARROWS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The reader's pin: moved by mouse, finger or arrow keys. */
export class Pin {
  private readonly element = document.createElement('button');
  private readonly marker: Marker;

  constructor(
    private readonly map: MapLibreMap,
    shape: TemplateResult,
    /** While it is dragged. */
    dragged: (position: Position) => void,
    private readonly moved: (position: Position) => void,
  ) {
    const { element } = this;
    element.className = 'pin';
    render(shape, element);
    this.marker = new Marker({ element, anchor: 'bottom', draggable: true });
    this.marker.on('drag', () => dragged(this.position));
    this.marker.on('dragend', () => moved(this.position));
    element.addEventListener('keydown', (event) => this.keyed(event));
  }

  /** What it is, for who can't see it. */
  name(text: string): void {
    this.element.title = text;
    this.element.ariaLabel = text;
  }

  place([lon, lat]: Position): void {
    const shown = this.element.isConnected;
    this.marker.setLngLat([lon, lat]);
    if (!shown) this.marker.addTo(this.map);
  }

  remove(): void {
    this.marker.remove();
  }

  private get position(): Position {
    const { lng, lat } = this.marker.getLngLat();
    return [lng, lat];
  }

  private keyed(event: KeyboardEvent): void {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const { x, y } = this.map.project(this.marker.getLngLat());
    const by = event.shiftKey ? LEAP : STEP;
    const { lng, lat } = this.map.unproject([x + way[0] * by, y + way[1] * by]);
    this.place([lng, lat]);
    this.moved([lng, lat]);
  }
}

/** While `asked`, a click on the map or Enter for its centre is a place. */
export function listenForPlaces(map: MapLibreMap, asked: () => boolean, place: (position: Position) => void): void {
  map.on('click', ({ lngLat }) => {
    if (asked()) place([lngLat.lng, lngLat.lat]);
  });
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !asked()) return;
    event.preventDefault();
    const { lng, lat } = map.getCenter();
    place([lng, lat]);
  });
}
