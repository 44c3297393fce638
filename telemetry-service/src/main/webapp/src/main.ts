import 'uplot/dist/uPlot.min.css';
import './style.css';
import { App } from './app.js';
import { AuctionsView } from './views/auctions.js';
import { ConflictsView } from './views/conflicts.js';
import { LedgerView } from './views/ledger.js';
import { OverviewView } from './views/overview.js';
import { ReliabilityView } from './views/reliability.js';
import { SimulatorView } from './views/simulator.js';
import { TrafficView } from './views/traffic.js';

const root = document.getElementById('page')!;
root.replaceChildren();

new App(root, [
  (host) => new OverviewView(host),
  (host) => new TrafficView(host),
  (host) => new AuctionsView(host),
  (host) => new LedgerView(host),
  (host) => new ConflictsView(host),
  (host) => new ReliabilityView(host),
  (host) => new SimulatorView(host),
]).start();
