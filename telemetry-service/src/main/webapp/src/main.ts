import 'uplot/dist/uPlot.min.css';
import './style.css';
import { render } from 'lit/html.js';
import { Charts } from './charts.js';
import { ago } from './format.js';
import { Live } from './live.js';
import { Series } from './series.js';
import { ageOf, serverNow, type PageState } from './state.js';
import { installTooltip } from './tooltip.js';
import { page, type Actions } from './views/page.js';

const HISTORY_SECONDS = 300;
/** The newest second is not complete before its sample has arrived. */
const CHART_DELAY_MS = 1_500;

const root = document.getElementById('page')!;
root.replaceChildren();

const state: PageState = {
  connection: { state: 'connecting' },
  frame: undefined,
  slotList: 'recent',
  allSlots: false,
  clockOffset: 0,
};
const series = new Series(HISTORY_SECONDS);
const charts = new Charts();
const refreshTooltip = installTooltip((newestAt) => ago(ageOf(state, newestAt)));

const live = new Live('/v1/live', {
  frame(frame) {
    state.frame = frame;
    series.add(frame.samples);
    show();
  },
  history(samples) {
    series.add(samples);
  },
  clock(at) {
    state.clockOffset = Date.parse(at) - Date.now();
  },
  connection(connection) {
    state.connection = connection;
    show();
  },
});

const actions: Actions = {
  retry: () => live.retryNow(),
  chooseSlots(list) {
    state.slotList = list;
    show();
  },
  showAllSlots() {
    state.allSlots = true;
    show();
  },
};

function show(): void {
  render(page(state, actions), root);
  if (state.frame !== undefined) {
    charts.show(series.rates(serverNow(state) - CHART_DELAY_MS));
  }
  refreshTooltip();
}

show();
live.start();
// Ages grow and charts move on even if nothing is sent.
window.setInterval(show, 1_000);
