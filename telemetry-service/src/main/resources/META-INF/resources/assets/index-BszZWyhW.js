var e=globalThis,t=e=>e,n=e.trustedTypes,r=n?n.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,i=`$lit$`,a=`lit$${Math.random().toFixed(9).slice(2)}$`,o=`?`+a,s=`<${o}>`,c=document,l=()=>c.createComment(``),u=e=>e===null||typeof e!=`object`&&typeof e!=`function`,d=Array.isArray,f=e=>d(e)||typeof e?.[Symbol.iterator]==`function`,p=`[ 	
\f\r]`,m=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,h=/-->/g,g=/>/g,_=RegExp(`>|${p}(?:([^\\s"'>=/]+)(${p}*=${p}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),v=/'/g,y=/"/g,b=/^(?:script|style|textarea|title)$/i,x=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),S=x(1),C=x(2),w=Symbol.for(`lit-noChange`),T=Symbol.for(`lit-nothing`),E=new WeakMap,D=c.createTreeWalker(c,129);function O(e,t){if(!d(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return r===void 0?t:r.createHTML(t)}var ee=(e,t)=>{let n=e.length-1,r=[],o,c=t===2?`<svg>`:t===3?`<math>`:``,l=m;for(let t=0;t<n;t++){let n=e[t],u,d,f=-1,p=0;for(;p<n.length&&(l.lastIndex=p,d=l.exec(n),d!==null);)p=l.lastIndex,l===m?d[1]===`!--`?l=h:d[1]===void 0?d[2]===void 0?d[3]!==void 0&&(l=_):(b.test(d[2])&&(o=RegExp(`</`+d[2],`g`)),l=_):l=g:l===_?d[0]===`>`?(l=o??m,f=-1):d[1]===void 0?f=-2:(f=l.lastIndex-d[2].length,u=d[1],l=d[3]===void 0?_:d[3]===`"`?y:v):l===y||l===v?l=_:l===h||l===g?l=m:(l=_,o=void 0);let x=l===_&&e[t+1].startsWith(`/>`)?` `:``;c+=l===m?n+s:f>=0?(r.push(u),n.slice(0,f)+i+n.slice(f)+a+x):n+a+(f===-2?t:x)}return[O(e,c+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},te=class e{constructor({strings:t,_$litType$:r},s){let c;this.parts=[];let u=0,d=0,f=t.length-1,p=this.parts,[m,h]=ee(t,r);if(this.el=e.createElement(m,s),D.currentNode=this.el.content,r===2||r===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(c=D.nextNode())!==null&&p.length<f;){if(c.nodeType===1){if(c.hasAttributes())for(let e of c.getAttributeNames())if(e.endsWith(i)){let t=h[d++],n=c.getAttribute(e).split(a),r=/([.?@])?(.*)/.exec(t);p.push({type:1,index:u,name:r[2],strings:n,ctor:r[1]===`.`?ae:r[1]===`?`?oe:r[1]===`@`?se:ie}),c.removeAttribute(e)}else e.startsWith(a)&&(p.push({type:6,index:u}),c.removeAttribute(e));if(b.test(c.tagName)){let e=c.textContent.split(a),t=e.length-1;if(t>0){c.textContent=n?n.emptyScript:``;for(let n=0;n<t;n++)c.append(e[n],l()),D.nextNode(),p.push({type:2,index:++u});c.append(e[t],l())}}}else if(c.nodeType===8){if(c.data===o)p.push({type:2,index:u});else{let e=-1;for(;(e=c.data.indexOf(a,e+1))!==-1;)p.push({type:7,index:u}),e+=a.length-1}}u++}}static createElement(e,t){let n=c.createElement(`template`);return n.innerHTML=e,n}};function k(e,t,n=e,r){if(t===w)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=u(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=k(e,i._$AS(e,t.values),i,r)),t}var ne=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??c).importNode(t,!0);D.currentNode=r;let i=D.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new re(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new A(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=D.nextNode(),a++)}return D.currentNode=c,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},re=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=T,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=k(this,e,t),u(e)?e===T||e==null||e===``?(this._$AH!==T&&this._$AR(),this._$AH=T):e!==this._$AH&&e!==w&&this._(e):e._$litType$===void 0?e.nodeType===void 0?f(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==T&&u(this._$AH)?this._$AA.nextSibling.data=e:this.T(c.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=te.createElement(O(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new ne(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=E.get(e.strings);return t===void 0&&E.set(e.strings,t=new te(e)),t}k(t){d(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(l()),this.O(l()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);e!==this._$AB;){let n=t(e).nextSibling;t(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},ie=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=T,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=T}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=k(this,e,t,0),a=!u(e)||e!==this._$AH&&e!==w,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=k(this,r[n+o],t,o),s===w&&(s=this._$AH[o]),a||=!u(s)||s!==this._$AH[o],s===T?e=T:e!==T&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===T?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},ae=class extends ie{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===T?void 0:e}},oe=class extends ie{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==T)}},se=class extends ie{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=k(this,e,t,0)??T)===w)return;let n=this._$AH,r=e===T&&n!==T||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==T&&(n===T||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},A=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){k(this,e)}},j=e.litHtmlPolyfillSupport;j?.(te,re),(e.litHtmlVersions??=[]).push(`3.3.3`);var M=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new re(t.insertBefore(l(),e),e,void 0,n??{})}return i._$AI(e),i},ce=new Intl.NumberFormat(`en-US`,{maximumFractionDigits:0}),N=new Intl.NumberFormat(`en-US`,{minimumFractionDigits:1,maximumFractionDigits:1});function P(e){return ce.format(e)}function le(e){return e===null?`–`:e>0&&e<100?N.format(e):ce.format(e)}function ue(e){return`${N.format(e)} %`}function de(e,t){return t===0?`–`:ue(100*e/t)}function fe(e){return e===null?`–`:e<1e4?`${ce.format(e)} ms`:`${N.format(e/1e3)} s`}function pe(e){return e<1?`now`:e<100?`${Math.floor(e)} s`:e<5400?`${Math.round(e/60)} min`:e<172800?`${Math.round(e/3600)} h`:`${Math.round(e/86400)} d`}function me(e){return e===null?`none yet`:e<1?`just now`:`${pe(e)} ago`}var he=new Intl.DateTimeFormat(`en-GB`,{dateStyle:`medium`,timeStyle:`short`});function ge(e){return he.format(Date.parse(e))}function _e(e){let[t=``,n=``]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+(?!\d))/g,`,`);return n===``?r:`${r}.${n}`}function ve(e){return e.replace(/\d+(\.\d+)?/g,_e)}function F(e){return e.toLowerCase().replaceAll(`_`,` `)}var ye=15e3,be=3e4,xe=1e3,Se=15e3,Ce=class{url;listener;source;timer;failures=0;lastSignAt=0;current={state:`connecting`};constructor(e,t){this.url=e,this.listener=t}start(){this.connect(),window.setInterval(()=>this.watch(),1e3),window.addEventListener(`online`,()=>this.retryNow())}retryNow(){this.current.state!==`live`&&this.connect()}connect(){window.clearTimeout(this.timer),this.source?.close();let e=new EventSource(this.url);this.source=e,this.lastSignAt=Date.now(),e.addEventListener(`open`,()=>this.sign()),e.addEventListener(`heartbeat`,e=>{this.sign(),this.listener.clock(JSON.parse(e.data).at)}),e.addEventListener(`history`,e=>{this.sign();let t=JSON.parse(e.data);this.listener.clock(t.at),this.listener.history(t.samples)}),e.addEventListener(`frame`,e=>{this.sign(),this.listener.frame(JSON.parse(e.data))}),e.addEventListener(`error`,()=>this.lost())}sign(){this.failures=0,this.lastSignAt=Date.now(),this.become({state:`live`})}lost(){this.source?.close(),this.source=void 0,this.failures++;let e=Math.min(Se,xe*2**Math.min(this.failures,10)),t=500+Math.random()*e;window.clearTimeout(this.timer),this.timer=window.setTimeout(()=>this.connect(),t),this.become({state:`reconnecting`,attempt:this.failures,retryAt:Date.now()+t})}watch(){if(this.source===void 0)return;let e=Date.now()-this.lastSignAt;e>be?this.lost():e>ye&&this.current.state===`live`&&this.become({state:`stale`,since:this.lastSignAt})}become(e){this.current=e,this.listener.connection(e)}};function I(e,t){let[n=``,...r]=e.replace(/^#?\/?/,``).split(`/`).map(we);return n===``?{view:t[0],path:[]}:t.includes(n)?{view:n,path:r.filter(e=>e!==``)}:void 0}function L(e,...t){return`#/${[e,...t].map(encodeURIComponent).join(`/`)}`}function we(e){try{return decodeURIComponent(e)}catch{return e}}var Te=[`bids`,`outcomes`,`settlements`,`conflicts`,`failedAttempts`,`late`,`duplicates`,`rejected`],Ee=class{keepSeconds;samples=[];constructor(e){this.keepSeconds=e}add(e){let t=new Set(this.samples.map(e=>e.at)),n=e.filter(e=>!t.has(e.at));if(n.length===0)return;this.samples=[...this.samples,...n].sort((e,t)=>Date.parse(e.at)-Date.parse(t.at));let r=Date.parse(this.samples.at(-1).at)-this.keepSeconds*1e3,i=this.samples.findIndex(e=>Date.parse(e.at)>=r);this.samples=this.samples.slice(Math.max(0,i-1))}rates(e){let t=Oe(this.regions()),n=this.samples[0];if(n===void 0)return t;let r=Math.floor(e/1e3),i=Math.max(r-this.keepSeconds,Math.ceil(Date.parse(n.at)/1e3)+1),a=0,o=n;for(let e=i-1;e<=r;e++){for(;Me(this.samples[a+1],e);)a++;let n=Ne(this.samples[a],this.samples[a+1],e*1e3);e>=i&&ke(t,e,o,n),o=n}return t}regions(){return[...new Set(this.samples.flatMap(e=>Object.keys(e.byRegion??{})))].sort()}};function De(e,t){let n=e.slice(-t),r=0;for(let e of n){if(e===null)return null;r+=e}return n.length<Math.min(2,t)?null:Math.round(10*r/n.length)/10}function Oe(e){return{seconds:[],bids:[],outcomes:[],settlements:[],conflicts:[],failedAttempts:[],late:[],duplicates:[],rejected:[],byRegion:Object.fromEntries(e.map(e=>[e,[]]))}}function ke(e,t,n,r){e.seconds.push(t);for(let t of Te)e[t].push(Ae(n[t],r[t]));for(let[t,i]of Object.entries(e.byRegion))i.push(n.byRegion===void 0||r.byRegion===void 0?null:(r.byRegion[t]??0)-(n.byRegion[t]??0))}function Ae(e,t){return e===void 0||t===void 0?null:t-e}var je=1200;function Me(e,t){return e!==void 0&&Date.parse(e.at)<=t*1e3}function Ne(e,t,n){if(t===void 0)return e;let r=Date.parse(t.at),i=Math.max(Date.parse(e.at),r-je),a=Math.max(0,(n-i)/(r-i)),o=(e,t)=>e+(t-e)*a,s=(e,t)=>e===void 0||t===void 0?void 0:o(e,t);return{at:e.at,bids:o(e.bids,t.bids),outcomes:o(e.outcomes,t.outcomes),settlements:o(e.settlements,t.settlements),conflicts:o(e.conflicts,t.conflicts),failedAttempts:o(e.failedAttempts,t.failedAttempts),...Pe({late:s(e.late,t.late),duplicates:s(e.duplicates,t.duplicates),rejected:s(e.rejected,t.rejected),byRegion:Fe(e.byRegion,t.byRegion,o)})}}function Pe(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==void 0))}function Fe(e,t,n){if(e!==void 0&&t!==void 0)return Object.fromEntries(Object.entries(t).map(([t,r])=>[t,n(e[t]??0,r)]))}var Ie=300;function Le(){return{connection:{state:`connecting`},frame:void 0,series:new Ee(Ie),clockOffset:0}}function Re(e){return Date.now()+e.clockOffset}function R(e,t){return t===null?null:Math.max(0,(Re(e)-Date.parse(t))/1e3)}var ze=1500;function Be(e){return e.series.rates(Re(e)-ze)}function Ve(e){let{bids:t,slots:n,outcomes:r,settlements:i}=e.overview;return[t,n,r,i,e.conflicts].every(e=>e.sampleSize===0)}function He(e){let t=document.createElement(`div`);t.id=`tip`,t.setAttribute(`role`,`tooltip`),t.hidden=!0;let n=document.createElement(`p`),r=document.createElement(`p`);r.className=`basis`,t.append(n,r),document.body.append(t);let i,a=()=>{if(i===void 0)return;let{meaning:t=``,kind:a=``,n:o=``,at:s=``}=i.dataset;n.textContent=t,r.textContent=a===``?``:`${a} · n = ${o} · newest ${e(s===``?null:s)}`,r.hidden=a===``},o=()=>{if(i===void 0)return;let e=i.getBoundingClientRect(),n=t.getBoundingClientRect(),r=Math.min(Math.max(8,e.left+e.width/2-n.width/2),document.documentElement.clientWidth-n.width-8),a=e.top-n.height-8,o=a>=8?a:e.bottom+8;t.style.left=`${r}px`,t.style.top=`${o}px`},s=()=>{i?.removeAttribute(`aria-describedby`),i=void 0,t.hidden=!0},c=e=>{i!==e&&(s(),i=e,a(),t.hidden=!1,e.setAttribute(`aria-describedby`,t.id),o())},l=e=>e.target instanceof Element?e.target.closest(`[data-meaning]`)??void 0:void 0;return document.addEventListener(`pointerover`,e=>{let t=l(e);t===void 0?i!==document.activeElement&&s():c(t)}),document.addEventListener(`focusin`,e=>{let t=l(e);t===void 0?s():c(t)}),document.addEventListener(`focusout`,s),document.addEventListener(`keydown`,e=>{e.key===`Escape`&&s()}),window.addEventListener(`scroll`,s,{passive:!0}),a}var Ue=`view-title`;function We(e,t,n,r){return S`<a class="skip" href=${L(n.id)} @click=${r.skip}>To the content</a>
    ${Ge(e,t,n)} ${Xe(e,r.retry)}
    <main class=${e.connection.state===`live`?``:`dimmed`}>
      <h1 id=${Ue} tabindex="-1">${n.title}</h1>
      ${n.render()}
    </main>
    ${Ke()}`}function Ge(e,t,n){return S`<header class="top">
    <div class="brand">
      <p class="name">Quant Edge Exchange</p>
      <p>Traffic is cheap. Truth is expensive.</p>
    </div>
    <nav aria-label="Views">
      <ul>
        ${t.map(e=>S`<li>
            <a href=${L(e.id)} aria-current=${e===n?`page`:T}>${e.title}</a>
          </li>`)}
      </ul>
    </nav>
    <div class="status" role="status">${qe(e)}</div>
  </header>`}function Ke(){return S`<footer>
    <p>
      Every number says on hover or focus what it means, what it rests on and how old it is. The
      same figures for programs: <a href="/v1/overview">/v1/overview</a>,
      <a href="/v1/conflicts">/v1/conflicts</a>, <a href="/q/openapi">/q/openapi</a>,
      <a href="/q/metrics">/q/metrics</a>.
    </p>
  </footer>`}function qe(e){let{connection:t,frame:n}=e;switch(t.state){case`connecting`:return S`<span class="pill connecting"><i></i>Connecting</span>`;case`live`:return n!==void 0&&!n.rebuilt?S`<span class="pill connecting"><i></i>Catching up with the log</span>`:S`<span class="pill live"><i></i>Live</span>${Ye(e)}`;case`stale`:return S`<span class="pill stale"><i></i>Stale since ${Je(Date.now()-t.since)}</span>`;case`reconnecting`:return S`<span class="pill lost"><i></i>Reconnecting</span>${Ye(e)}`}}function Je(e){return pe(Math.max(1,e/1e3))}function Ye(e){return e.frame===void 0?T:S`<span class="changed" aria-live="off"
        >last change ${me(R(e,e.frame.at))}</span
      >`}function Xe(e,t){let{connection:n}=e;if(n.state===`stale`)return Ze(`The service has gone quiet. The figures below are the last it sent.`,t);if(n.state===`reconnecting`){let r=Math.max(0,Math.ceil((n.retryAt-Date.now())/1e3)),i=e.frame===void 0?``:` The figures below are the last it sent.`;return Ze(`The live feed cannot be reached (attempt ${n.attempt}); next attempt in ${r} s.${i}`,t)}return T}function Ze(e,t){return S`<div class="banner" role="alert" aria-live="off">
    <p>${e}</p>
    <button type="button" class="plain" @click=${t}>Try now</button>
  </div>`}var Qe=class{root;state=Le();views;live;refreshTooltip=He(e=>me(R(this.state,e)));shown;started=!1;actions={retry:()=>this.live.retryNow(),skip:e=>{e.preventDefault(),et()}};constructor(e,t){this.root=e,this.views=t.map(e=>e(this)),this.shown=this.views[0],this.live=new Ce(`/v1/live`,{frame:e=>{this.state.frame=e,this.state.series.add(e.samples),this.shown.frame?.(e),this.show()},history:e=>this.state.series.add(e),clock:e=>{this.state.clockOffset=Date.parse(e)-Date.now()},connection:e=>{this.state.connection=e,this.show()}})}start(){window.addEventListener(`hashchange`,()=>this.route()),this.route(),this.started=!0,this.show(),$e(),this.live.start(),window.setInterval(()=>this.show(),1e3)}show(){this.started&&(M(We(this.state,this.views,this.shown,this.actions),this.root),this.shown.rendered?.(),this.refreshTooltip())}go(e){window.location.hash=e}route(){let e=I(window.location.hash,this.views.map(e=>e.id));if(e===void 0){window.location.replace(`#/${this.views[0].id}`);return}let t=this.views.find(t=>t.id===e.view),n=t!==this.shown;n&&(this.shown.leave(),this.shown=t),document.title=`${t.title} · Quant Edge Exchange`,t.enter(e.path),this.show(),this.settleFocus(n)}settleFocus(e){this.started&&(e?(window.scrollTo(0,0),et()):(document.activeElement===null||document.activeElement===document.body)&&et(),$e())}};function $e(){document.querySelector(`nav [aria-current]`)?.scrollIntoView({block:`nearest`,inline:`center`})}function et(){document.getElementById(Ue)?.focus()}var tt=1e4,nt=class extends Error{status;code;constructor(e,t,n){super(n),this.status=e,this.code=t,this.name=`ApiError`}};function rt(e,t){return ot(`GET`,e,void 0,t)}function it(e,t,n){return ot(e,t,n,void 0)}function at(e){return e instanceof Error?e.message:String(e)}async function ot(e,t,n,r){let i=AbortSignal.timeout(tt),a,o;try{a=await fetch(t,{method:e,headers:{Accept:`application/json`,...n===void 0?{}:{"Content-Type":`application/json`}},body:n===void 0?null:JSON.stringify(n),cache:`no-store`,signal:r===void 0?i:AbortSignal.any([r,i])}),o=await a.text()}catch(e){throw r?.aborted===!0?e:i.aborted?new nt(0,`TOO_SLOW`,`The service did not answer within ${tt/1e3} seconds.`):new nt(0,`NO_ANSWER`,`The service cannot be reached.`)}if(!a.ok)throw st(a.status,o);if(o===``)return;let s=ct(o);if(s===void 0)throw new nt(a.status,`NOT_JSON`,`The service answered with something that is not JSON.`);return s}function st(e,t){let n=ct(t);if(typeof n==`object`&&n){let{detail:t,title:r,code:i}=n,a=typeof t==`string`&&t!==``?t:r;if(typeof a==`string`&&a!==``)return new nt(e,typeof i==`string`?i:`HTTP_${e}`,a)}let r=e===404?`The service does not offer this.`:`The service answered with status ${e} and no explanation.`;return new nt(e,e===404?`NOT_FOUND`:`HTTP_${e}`,r)}function ct(e){try{return JSON.parse(e)}catch{return}}function z(e){return e.state===`ready`||e.state===`stale`?e.value:void 0}function lt(e,t){return e.state===`ready`||e.state===`stale`?{state:`stale`,value:e.value,at:e.at,error:t}:{state:`failed`,error:t}}var ut=class{load;everyMillis;changed;current={state:`loading`};timer;asking;running=!1;onVisibility=()=>{this.isHidden()?clearTimeout(this.timer):this.refresh()};constructor(e,t,n){this.load=e,this.everyMillis=t,this.changed=n}get value(){return this.current}start(){this.running||(this.running=!0,globalThis.document?.addEventListener(`visibilitychange`,this.onVisibility),this.refresh())}refresh(){this.running&&this.ask()}reset(){this.current={state:`loading`}}stop(){this.running=!1,clearTimeout(this.timer),this.asking?.abort(),this.asking=void 0,globalThis.document?.removeEventListener(`visibilitychange`,this.onVisibility)}async ask(){clearTimeout(this.timer),this.asking?.abort();let e=new AbortController;this.asking=e;let t;try{t={state:`ready`,value:await this.load(e.signal),at:Date.now()}}catch(e){t=lt(this.current,e)}this.asking===e&&(this.asking=void 0,this.current=t,this.schedule(),this.changed())}schedule(){let e=typeof this.everyMillis==`number`?this.everyMillis:this.everyMillis();this.running&&e>0&&!this.isHidden()&&(this.timer=setTimeout(()=>this.refresh(),e))}isHidden(){return globalThis.document?.hidden===!0}},dt=class{before=[];get page(){return this.before.length+1}get after(){return this.before.at(-1)}on(e){this.before=[...this.before,e]}back(){this.before=this.before.slice(0,-1)}first(){this.before=[]}};function ft(e,t){let n=new URLSearchParams;for(let[e,r]of Object.entries(t))r!==void 0&&r!==``&&n.set(e,String(r));let r=n.toString();return r===``?e:`${e}?${r}`}var pt=4,mt=/^(-?)(\d+)(?:\.(\d{1,4}))?$/;function ht(e){let t=mt.exec(e.trim());if(t===null)return;let[,n,r=`0`,i=``]=t,a=BigInt(r+i.padEnd(pt,`0`));return n===`-`?-a:a}function gt(e){let t=(e<0n?-e:e).toString().padStart(5,`0`);return`${e<0n?`-`:``}${t.slice(0,-4)}.${t.slice(-4)}`}function _t(e){let t=0n;for(let n of e){let e=ht(n);if(e===void 0)return;t+=e}return gt(t)}function vt(e){return[...new Set(e.map(e=>e.currency))].sort().map(t=>({currency:t,sum:_t(e.filter(e=>e.currency===t).map(e=>e.amount))}))}function yt(e){return ht(e)===0n}function bt(e){return(ht(e)??0n)<0n}function xt(e){let t=new Date(e);return Number.isNaN(t.getTime())?e:t.toISOString().replace(`T`,` `).replace(`Z`,``)}function St(e){return new Date(e).toISOString().slice(11,23)}function Ct(e){if(!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(e))return;let t=new Date(`${e}Z`);return Number.isNaN(t.getTime())||!t.toISOString().startsWith(e.slice(0,10))?void 0:t.toISOString()}function wt(e){let t=new Date(e);return Number.isNaN(t.getTime())?``:t.toISOString().slice(0,19)}function Tt(e){let t=Math.abs(e);return t<1e3?`${Math.round(e)} ms`:t<1e5?`${Number((e/1e3).toFixed(1))} s`:`${Math.trunc(e/6e4)} min ${Math.round(Math.abs(e)/1e3)%60} s`}function Et(e,t,n,r={}){return S`<table class="sheet" role="table" id=${r.id??T}>
    <caption class="sr">
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${t.map(e=>S`<th role="columnheader" scope="col" class=${e.number===!0?`number`:``}>
              ${e.label}
            </th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${n.map(e=>Dt(t,t.map(t=>t.cell(e)),r.rowClass?.(e)??``))}
    </tbody>
    ${r.foot===void 0?T:S`<tfoot role="rowgroup">
          ${r.foot.map(e=>Dt(t,e,`sum`))}
        </tfoot>`}
  </table>`}function Dt(e,t,n){return S`<tr role="row" class=${n}>
    ${e.map((e,n)=>{let r=e.number===!0?`number`:``;return n===0?S`<th role="rowheader" scope="row" class=${r}>${t[0]}</th>`:S`<td role="cell" class=${r} data-label=${e.label}>${t[n]??T}</td>`})}
  </tr>`}function B(e){return S`<span class="money ${bt(e.amount)?`negative`:``}"
    >${_e(e.amount)} <span class="unit">${e.currency}</span></span
  >`}function V(e){return S`<time class="moment" datetime=${e}>${xt(e)}</time>`}function Ot(e){return S`<dl class="facts">
    ${e.filter(([,e])=>e!=null&&e!==``).map(([e,t])=>S`<div>
          <dt>${e}</dt>
          <dd>${t}</dd>
        </div>`)}
  </dl>`}function kt(e,t,n,r=`not known`){let[i,a,o]=e===null?[`open`,`?`,r]:e?[`yes`,`✓`,t]:[`no`,`✗`,n];return S`<span class="verdict ${i}"><b aria-hidden="true">${a}</b> ${o}</span>`}function At(e,t,n,r,i){return e===1&&!t?T:S`<nav class="pager" aria-label="Pages of ${n}">
    <button type="button" class="plain" ?disabled=${e===1} @click=${r}>Previous</button>
    <span>Page ${e}</span>
    <button type="button" class="plain" ?disabled=${!t} @click=${i}>Next</button>
  </nav>`}function jt(e){return e.connection.state===`reconnecting`?Mt(`No figures yet`,`The page goes on trying. See that telemetry-service runs: ./exchange status`):Mt(`Waiting for the first figures`,`They come within a second once the service answers.`,!0)}function Mt(e,t,n=!1){return S`<section class="panel placeholder" aria-busy=${n?`true`:`false`}>
    <h2>${e}</h2>
    <p>${t}</p>
  </section>`}function Nt(e){return S`<p class="empty">It is not known ${e}: the service does not report it.</p>`}function Pt(e,t,n,r){switch(e.state){case`loading`:return Mt(`Asking for ${t}`,`It comes as soon as the service answers.`,!0);case`failed`:return S`<section class="panel placeholder" role="alert" aria-live="off">
        <h2>There is no answer about ${t}</h2>
        <p>${at(e.error)}</p>
        <p><button type="button" class="plain" @click=${n}>Try now</button></p>
      </section>`;case`stale`:return S`${Ft(t,e.error,n)}${r(e.value)}`;case`ready`:return r(e.value)}}function Ft(e,t,n){return S`<div class="banner" role="alert" aria-live="off">
    <p>${at(t)} What is shown about ${e} is the last that was known.</p>
    <button type="button" class="plain" @click=${n}>Try now</button>
  </div>`}var It=[`OPEN`,`CLOSED`,`AWARDED`,`SETTLED`,`REJECTED`,`UNSOLD`],Lt=25,Rt=5e3,zt=300,Bt=class{host;query=``;state=``;searching=!1;timer;cursors=new dt;poller;constructor(e){this.host=e,this.poller=new ut(e=>rt(ft(`/v1/slots`,{query:this.query.trim(),state:this.state,after:this.cursors.after,limit:Lt}),e),Rt,()=>{this.searching=!1,this.host.show()})}start(){this.poller.start()}stop(){window.clearTimeout(this.timer),this.poller.stop()}render(){return S`<section class="panel auctions" aria-labelledby="auctions-title">
        <h2 id="auctions-title">Find a slot</h2>
        <form class="form" role="search" @submit=${this.submitted}>
          <label class="labelled wide"
            ><span>Part of its id or name</span>
            <input
              id="auctions-search"
              type="search"
              autocomplete="off"
              spellcheck="false"
              maxlength="200"
              .value=${this.query}
              @input=${this.typed}
          /></label>
          <label class="labelled"
            ><span>State</span>
            <select id="auctions-state" @change=${this.chosen}>
              <option value="" ?selected=${this.state===``}>any</option>
              ${It.map(e=>S`<option value=${e} ?selected=${this.state===e}>${F(e)}</option>`)}
            </select></label
          >
          <p class="sr" role="status">${this.announcement()}</p>
        </form>
      </section>
      ${Pt(this.poller.value,`the slots`,()=>this.poller.refresh(),e=>this.page(e))}`}announcement(){let e=z(this.poller.value);return this.searching||e===void 0?this.searching?`Searching`:``:e.slots.length===0?`No slot found`:`${e.slots.length} slots on page ${this.cursors.page}`}page(e){return S`<section class="panel auctions" aria-labelledby="found-title" aria-busy=${this.searching?`true`:`false`}>
      <div class="panel-head">
        <h2 id="found-title">Slots</h2>
        <span class="quiet">${this.searching?`Searching …`:T}</span>
      </div>
      ${e.notes.map(e=>S`<p class="note caution-line">${e}</p>`)}
      ${e.slots.length===0?this.empty(e.notes.length>0):Vt(e.slots)}
      ${At(this.cursors.page,e.next!==null&&e.next!==void 0,`the slots`,()=>this.turn(()=>this.cursors.back()),()=>this.turn(()=>this.cursors.on(e.next)))}
    </section>`}empty(e){return e?S`<p class="empty">Those that did answer know no such slot.</p>`:this.query.trim()===``&&this.state===``?S`<p class="empty">
          No slot has been opened yet. Run <code>./exchange demo</code>, or open one at ingest-service.
        </p>`:S`<p class="empty">
          No slot is found${this.query.trim()===``?T:S` with “${this.query.trim()}” in its id or name`}${this.state===``?T:S` in the state ${F(this.state)}`}.
          <button type="button" class="plain" @click=${this.cleared}>Show all</button>
        </p>`}typed=e=>{this.query=e.target.value,window.clearTimeout(this.timer),this.timer=window.setTimeout(()=>this.search(),zt)};chosen=e=>{this.state=e.target.value,this.search()};submitted=e=>{e.preventDefault(),this.search()};cleared=()=>{this.query=``,this.state=``,this.search()};search(){this.turn(()=>this.cursors.first())}turn(e){window.clearTimeout(this.timer),e(),this.searching=!0,this.poller.refresh(),this.host.show()}};function Vt(e){return Et(`Slots that were found`,[{label:`Slot`,cell:e=>S`<a href=${L(`auctions`,e.slotId)}>${e.slotId}</a>${e.name===null?T:S` <span class="quiet">${e.name}</span>`}`},{label:`State`,cell:e=>Ht(e.state)},{label:`Bids`,number:!0,cell:e=>e.received===null?`–`:P(e.received)},{label:`Winner`,cell:e=>e.winner??`–`},{label:`Price`,number:!0,cell:e=>e.price===null?`–`:B({amount:e.price,currency:e.currency??``})},{label:`Closed (UTC)`,number:!0,cell:e=>e.closedAt===null?e.closesAt===null?`–`:S`<span class="quiet">due ${V(e.closesAt)}</span>`:V(e.closedAt)}],e,{rowClass:()=>`auction-row`})}function Ht(e){return S`<span class="badge ${e.toLowerCase().replaceAll(`_`,`-`)}">${F(e)}</span>`}var Ut=e=>(...t)=>({_$litDirective$:e,values:t}),Wt=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},Gt={},Kt=Ut(class extends Wt{constructor(){super(...arguments),this.ot=Gt}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((e,t)=>e===this.ot[t]))return w}else if(this.ot===t)return w;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}}),qt=2,Jt=9;function Yt(e){let t=e.verdict;return t==null?`pending`:t.counting===`LATE`||t.counting===`REJECTED`?t.counting===`LATE`?`late`:`rejected`:t.result===`WON`?`won`:t.result===`LOST`?`lost`:`pending`}function Xt(e,t,n){let r=e.flatMap(e=>{let t=Date.parse(e.acceptedAt??``);return Number.isNaN(t)?[]:[{bid:e,at:t}]});if(r.length===0)return;let i=t===null?NaN:Date.parse(t),a=r.map(e=>e.at),o=Number.isNaN(i)?a:[...a,i],s=tn(o),c=Math.max(nn(o),s+1),l=e=>en((e-s)/(c-s)),u=$t(e,n);return{from:s,to:c,closeX:Number.isNaN(i)?null:l(i),points:r.flatMap(({bid:e,at:t})=>{let n=e.amount===null||e.amount===void 0?null:u.heightOf(e.amount);return n===null?[]:[{x:l(t),y:n,fate:Yt(e),bid:e}]}),lanes:Zt(r,s,c),amounts:u.amounts,heightOf:u.heightOf,untimed:e.length-r.length}}function Zt(e,t,n){let r=new Map;for(let{bid:i,at:a}of e){let e=r.get(i.region)??{region:i.region,bids:0,late:0,slices:Array(60).fill(0),best:null};r.set(i.region,e);let o=Math.min(59,Math.floor((a-t)/(n-t)*60));e.slices[o]+=1,e.bids++;let s=Yt(i);s===`late`?e.late++:s!==`rejected`&&(e.best=Qt(e.best,i.amount??null))}return[...r.values()].sort((e,t)=>e.region<t.region?-1:1)}function Qt(e,t){return e===null||t===null?e??t:(ht(t)??0n)>(ht(e)??0n)?t:e}function $t(e,t){let n=e.filter(e=>ht(e.amount??``)!==void 0),r=n.map(e=>e.amount);if(t!==null&&ht(t)!==void 0&&r.length>0&&r.push(t),r.length===0)return{amounts:null,heightOf:()=>null};let i=r.sort((e,t)=>ht(e)<ht(t)?-1:+(ht(e)>ht(t))),[a,o]=[ht(i[0]),ht(i.at(-1))];return{amounts:{least:i[0],most:i.at(-1),currency:n[0]?.currency??``},heightOf:e=>{let t=ht(e);return t===void 0||t<a||t>o?null:100-en(o===a?.5:Number((t-a)*10000n/(o-a))/1e4,Jt)}}}function en(e,t=qt){let n=t+e*(100-2*t);return Math.round(n*100)/100}function tn(e){return e.reduce((e,t)=>Math.min(e,t),1/0)}function nn(e){return e.reduce((e,t)=>Math.max(e,t),-1/0)}var rn={won:`won`,lost:`outranked`,rejected:`rejected`,late:`late`,pending:`not decided`};function an(e,t,n){let r=e.lanes.reduce((e,t)=>Math.max(e,...t.slices),1);return S`<div class="bid-chart">
    ${e.amounts===null?S`<p class="note">The amounts are sealed, so only times are drawn.</p>`:S`<h3>Each bid’s amount</h3>
          <svg class="amounts" role="img" aria-label=${H(e)}>
            ${U(e)} ${t.map(t=>cn(e,t))} ${sn(e)}
            ${ln(e).map(un)}
            <text class="edge" x="4" y="14">${_e(e.amounts.most)} ${e.amounts.currency}</text>
            <text class="edge" x="4" y="100%" dy="-5">${_e(e.amounts.least)}</text>
          </svg>`}
    <h3>Bids by region</h3>
    <ul class="bid-strips">
      ${e.lanes.map(t=>dn(e,t,r))}
    </ul>
    <svg class="axis" aria-hidden="true">
      <text x="0" y="12">${St(e.from)}</text>
      <text x="100%" y="12" text-anchor="end">${St(e.to)}</text>
      ${e.closeX===null?T:C`<text class="close" x=${`${e.closeX}%`} y="28" text-anchor=${on(e.closeX)}>${n}</text>`}
    </svg>
    ${pn(e)}
  </div>`}function on(e){return e>85?`end`:e<15?`start`:`middle`}function H(e){let{amounts:t,points:n,from:r,to:i}=e;return t===null?`No amounts`:`${n.length} bids over ${Tt(i-r)}, from ${t.least} to ${t.most} ${t.currency}`}function U({closeX:e}){return e===null||e>=99?T:C`<rect class="after" x=${`${e}%`} y="0" width=${`${100-e}%`} height="100%"></rect>`}function sn({closeX:e}){return e===null?T:C`<line class="marker" x1=${`${e}%`} x2=${`${e}%`} y1="0" y2="100%"></line>`}function cn(e,t){let n=e.heightOf(t.amount);return n===null?T:C`<line class=${`level ${t.className}`} x1="0" x2="100%" y1=${`${n}%`} y2=${`${n}%`}></line>
        <text class=${`level-name ${t.className}`} x="4" y=${`${n}%`} dy=${n<15?15:-5}>${t.label} ${_e(t.amount)}</text>`}function ln(e){let t={rejected:0,late:1,lost:2,pending:2,won:3};return[...e.points].sort((e,n)=>t[e.fate]-t[n.fate])}function un({x:e,y:t,fate:n,bid:r}){return C`<circle class=${`bid ${n}`} cx=${`${e}%`} cy=${`${t}%`} r=${n===`won`?6:3.5} data-meaning=${W(r,n)}></circle>`}function W(e,t){let n=`${_e(e.amount??``)} ${e.currency??``}`,r=e.verdict?.rejectionReason,i=r==null?``:`, ${F(r)}`;return`${e.accountId??`a bidder`} bid ${n} from ${e.region} at ${xt(e.acceptedAt??``)}: ${rn[t]}${i}.`}function dn(e,t,n){return S`<li>
    <p>
      <b>${t.region}</b>
      <span
        >${P(t.bids)} ${t.bids===1?`bid`:`bids`}${t.late===0?T:S`, ${P(t.late)} late`},
        best ${t.best===null?`–`:_e(t.best)}</span
      >
    </p>
    <svg class="bid-strip" aria-hidden="true">
      ${U(e)}
      ${t.slices.map((e,t)=>e===0?T:fn(e,t,n))} ${sn(e)}
    </svg>
  </li>`}function fn(e,t,n){let r=Math.max(12,100*e/n),i=96/60,a=`${P(e)} ${e===1?`bid`:`bids`} in this slice of time.`;return C`<rect
    class="slice"
    x=${`${2+t*i}%`}
    y=${`${100-r}%`}
    width=${`${i*.86}%`}
    height=${`${r}%`}
    data-meaning=${a}
  ></rect>`}function pn(e){let t=new Set(e.points.map(e=>e.fate));return t.size===0?T:S`<p class="fates">
    ${Object.keys(rn).filter(e=>t.has(e)).map(e=>S`<span><i class=${e}></i>${rn[e]}</span>`)}
  </p>`}function mn(e){let t=Date.parse(e.startedAt),n=e=>Math.max(0,Date.parse(e)-t),r=e.attempts.map(e=>n(e.at)),i=Math.max(n(e.lastAt),...r),a=e.attempts.flatMap(({backoffMillis:e},t)=>{let n=r[t],a=Math.min(n+e,r[t+1]??i);return a>n?[{fromMillis:n,toMillis:a}]:[]});return{marks:[...e.attempts.map(({cause:e},t)=>({atMillis:r[t],tone:e===`CONFLICT`?`conflict`:`trouble`})),{atMillis:i,tone:hn(e)}],waits:a,lengthMillis:i}}function hn(e){switch(e.end){case`RESOLVED`:return e.finding===`ALREADY_SETTLED`?`settled`:`committed`;case`EXHAUSTED`:return`gave-up`;case`OPEN`:return`trying`}}function gn(e){let t=[...e].sort((e,t)=>e-t),n=t[Math.floor(t.length/2)]??0,r=t.at(-1)??0;return Math.max(1,Math.min(r,4*Math.max(1,n)))}var _n=8;function vn(e,t,n,r){let i=n?t:t.slice(0,_n),a=i.map(mn),o=gn(a.map(e=>e.lengthMillis));return S`<section class="panel" aria-labelledby="timelines-title">
    <div class="panel-head">
      <h2 id="timelines-title">Newest contended operations</h2>
      ${t.length===0?``:S`<span class="scale">full width ${fe(o)}</span>`}
    </div>
    ${t.length===0?S`<p class="empty">No conflict yet. When two workers want the same row, every attempt appears here.</p>`:S`<ol class="timelines">
            ${i.map((t,n)=>Cn(e,t,a[n],o))}
          </ol>
          <p class="legend">
            <span><i class="key-rejected"></i>lost an attempt</span>
            <span><i class="key-awarded"></i>no answer</span>
            <span><i class="key-wait"></i>waited</span>
            <span><i class="key-settled"></i>came to its end</span>
          </p>`}
    ${i.length<t.length?S`<button type="button" class="plain" @click=${r}>Show all ${t.length}</button>`:``}
  </section>`}function yn(e){return[...e.attempts.map(e=>{let t=e.backoffMillis>0?`, waited ${P(e.backoffMillis)} ms`:``;return`attempt ${e.attempt} ${bn(e)}${t}`}),xn(e)].filter(e=>e!==``).join(`, `)}function bn(e){let t=e.sqlState===null?``:` ${e.sqlState}`;switch(e.cause){case`CONFLICT`:return`conflict${t}`;case`UNKNOWN_OUTCOME`:return`unknown outcome${t}`;case`UNAVAILABLE`:return`store unavailable${t}`}}function xn(e){switch(e.end){case`RESOLVED`:return`attempt ${e.endAttempt??`?`} ${Sn(e)}`;case`EXHAUSTED`:return`gave up after attempt ${e.endAttempt??`?`}`;case`OPEN`:return`still trying`}}function Sn(e){return e.finding===`ALREADY_SETTLED`?`found it settled`:`committed`}function Cn(e,t,n,r){let[i,...a]=t.slotIds,o=a.length===0?``:`\u00a0and ${a.length} more`;return S`<li>
    <div class="who">
      <b
        ><a class="slot-id" href=${L(`auctions`,i??``)}>${i}</a>${o===``?``:S`<button type="button" class="figure" data-meaning=${a.join(`, `)}>${o}</button>`}</b
      >
      <span>${t.worker} · ${t.region} · ${me(R(e,t.lastAt))}</span>
    </div>
    <span class="sr">${yn(t)}</span>
    ${wn(n,r)}
    <div class="track" aria-hidden="true">
      ${t.attempts.map(e=>S`<span class="step ${e.cause===`CONFLICT`?`conflict`:`trouble`}"
            ><b>${e.attempt}</b>${e.code??e.sqlState??F(e.cause)}</span
          >${e.backoffMillis>0?S`<span class="wait">${P(e.backoffMillis)} ms</span>`:S`<span class="wait"></span>`}`)}
      ${Tn(t)}
    </div>
  </li>`}function wn({marks:e,waits:t,lengthMillis:n},r){let i=e=>`${Math.min(100,100*e/r).toFixed(2)}%`;return S`<div class="strip" aria-hidden="true">
    <svg>
      <line class="span" x1="0" x2=${i(n)} y1="9" y2="9"></line>
      ${t.map(e=>C`<line class="waiting" x1=${i(e.fromMillis)} x2=${i(e.toMillis)} y1="9" y2="9"></line>`)}
      ${e.map(e=>C`<circle class=${e.tone} cx=${i(e.atMillis)} cy="9" r="5"></circle>`)}
    </svg>
    <span>${n>r?`→ `:``}${fe(n)}</span>
  </div>`}function Tn(e){switch(e.end){case`RESOLVED`:return S`<span class="step ${e.finding===`ALREADY_SETTLED`?`settled`:`committed`}"
        ><b>${e.endAttempt}</b>${Sn(e)}</span
      >`;case`EXHAUSTED`:return S`<span class="step gave-up">gave up</span>`;case`OPEN`:return S`<span class="step trying">trying</span>`}}function En({timelines:e}){return e.length===0?S`<p class="empty">No operation on this slot is known to have met a conflict.</p>`:S`<ol class="timelines">
        ${e.map(Dn)}
      </ol>`}function Dn(e){return S`<li>
    <div class="who">
      <b>${e.worker}</b>
      <span>${e.region} · ${xt(e.lastAt)}</span>
    </div>
    <span class="sr">${yn(e)}</span>
    <div class="track" aria-hidden="true">
      ${e.attempts.map(e=>S`<span class="step ${e.cause===`CONFLICT`?`conflict`:`trouble`}"
            ><b>${e.attempt}</b>${e.code??e.sqlState??F(e.cause)}</span
          ><span class="wait">${e.backoffMillis>0?`${P(e.backoffMillis)} ms`:T}</span>`)}
      ${On(e)}
    </div>
  </li>`}function On(e){if(e.end!==`RESOLVED`)return e.end===`EXHAUSTED`?S`<span class="step gave-up">gave up</span>`:S`<span class="step trying">trying</span>`;let t=e.finding===`ALREADY_SETTLED`;return S`<span class="step ${t?`settled`:`committed`}"
    ><b>${e.endAttempt}</b>${t?`found it settled`:`committed`}</span
  >`}function kn(e){let t=Date.parse(e.committedAt)-Date.parse(e.closedAt),n=S`<p class="note">
    Committed ${V(e.committedAt)} UTC, ${Tt(t)} after the close.
  </p>`;switch(e.type){case`SETTLED`:return S`${An(e)} ${n}`;case`REJECTED`:return S`<p>None of the candidates could buy the slot.</p>
        <ol class="sentences">
          ${e.refusals.map(({candidateRank:e,accountId:t,reason:n})=>S`<li>Candidate ${e}, ${jn(t)}: ${F(n)}.</li>`)}
        </ol>
        ${n}`;case`UNSOLD`:return S`<p>The slot had no valid bid, and that is on record.</p>
        ${n}`}}function An(e){let{price:t,fee:n,net:r}=e;return S`${Ot([[`buyer`,jn(e.buyerId)],[`publisher`,jn(e.publisherId)],[`its bid`,B(e.winningBid)],[`price`,B(t)],[`fee`,B(n)],[`to the publisher`,B(r)],[`region`,e.region],[`candidate`,e.candidateRank===1?`1, the winner`:`${e.candidateRank}: those before could not pay`]])}
    <p class="note">
      ${kt(_t([n.amount,r.amount])===_t([t.amount]),`The price is its fee and its net.`,`The price is NOT its fee and its net.`)}
    </p>
    <p class="note">Settlement <code>${e.settlementId}</code></p>`}function jn(e){return S`<a href=${L(`ledger`,`accounts`,e)}>${e}</a>`}function Mn(e){let{reversal:t}=e;return S`${Nn(`The sale`,e)}
  ${t==null?T:Nn(`What undid it`,t)}`}function Nn(e,{entries:t,postedAt:n}){let r=vt(t.map(e=>e.amount)),i=r.every(({sum:e})=>e!==void 0&&yt(e));return S`<h3>${e}, ${V(n)} UTC</h3>
    ${Et(`${e}: entries of the ledger`,[{label:`Account`,cell:e=>jn(e.accountId)},{label:`Entry`,cell:e=>F(e.kind)},{label:`Amount`,number:!0,cell:e=>B(e.amount)}],t,{foot:r.map(({currency:e,sum:t})=>[`Sum`,``,t===void 0?`not known`:S`${_e(t)} <span class="unit">${e}</span>`])})}
    <p class="note posting-sum">
      ${kt(i,`The entries sum to zero.`,`The entries do NOT sum to zero.`)}
    </p>`}function G(e){return e?.status===`KNOWN`&&e.body!==null?e.body:void 0}function Pn(e){return G(e.history)?.state??G(e.settlement)?.type??G(e.explanation)?.state??G(e.definition)?.state??(G(e.traffic)===void 0?void 0:G(e.traffic).closed?`CLOSED`:`OPEN`)}function Fn(e){return Object.entries(e).filter(([e])=>e!==`conflicts`).every(([,e])=>e.status===`ABSENT`)}function In(e){return e!==void 0&&[`SETTLED`,`REJECTED`,`UNSOLD`,`DISPUTED`,`VOIDED`].includes(e)}function Ln(e){return(G(e.history)?.history)?.find(e=>e.type===`CLOSED`)?.occurredAt??G(e.settlement)?.closedAt??null}function Rn(e){let t=Pn(e),n=G(e.definition),r=G(e.history)?.history,i=r===void 0||r.length===0?Bn(t,n,Ln(e)):r.map(e=>({name:e.type,at:e.occurredAt,state:`done`}));return i.map((e,t)=>({...e,after:Vn(i[t-1]?.at,e.at)}))}var zn=[`OPEN`,`CLOSED`,`AWARDED`,`SETTLED`];function Bn(e,t,n){let r=e===`UNSOLD`?[`OPEN`,`CLOSED`,`UNSOLD`]:e===`REJECTED`?[`OPEN`,`CLOSED`,`AWARDED`,`REJECTED`]:zn,i=e===void 0?-1:r.indexOf(e);return r.map((r,a)=>({name:r,at:r===`OPEN`?t?.opensAt??null:r===`CLOSED`?n:null,state:a<i||a===i&&In(e)?`done`:a===i?`now`:`ahead`}))}function Vn(e,t){if(e==null||t===null)return null;let n=Date.parse(t)-Date.parse(e);return Number.isNaN(n)?null:n}var Hn={traffic:`Counts`,definition:`Rules`,explanation:`Ranking and why`,bids:`Bids over time`,settlement:`Settlement`,history:`History`,ledger:`Ledger entries`,conflicts:`Conflicts on the way`};function Un(e,t,n,r){return S`<section class="panel part" id=${e} aria-labelledby="${e}-title">
    <div class="panel-head">
      <h2 id="${e}-title">${t}</h2>
      ${n===void 0?T:S`<span class="source">${n.source}</span>`}
    </div>
    ${Wn(n,r)}
  </section>`}function Wn(e,t){let n=G(e);return n===void 0?e?.status===`UNAVAILABLE`?S`<p class="note unavailable" role="note">
      ${kt(null,``,``,`Not known.`)} ${e.why??`The source does not answer.`}
    </p>`:S`<p class="empty">${e?.why??`There is nothing about this slot.`}</p>`:S`${t(n)} ${Gn(e)}`}function Gn(e){return e?.status!==`KNOWN`||e.why===null||e.why===void 0?T:S`<p class="note unavailable" role="note">${e.why}</p>`}function Kn(e){let t=qn(e);return S`${t.length===0?T:Et(`Candidates, best first`,Xn(e),t,{rowClass:e=>e.rank===1?`candidate winner`:`candidate`})}
    ${e.story.length===0?T:S`<ol class="sentences">
          ${e.story.map(e=>S`<li>${e}</li>`)}
        </ol>`}
    ${Zn(e)} ${Qn(e)}`}function qn(e){let{winner:t}=e,n=e.others.map(e=>({rank:e.rank,accountId:e.bid.accountId,bid:e.bid,score:e.score,why:S`outranked ${Yn(e.decidedBy)} <span class="quiet">(${F(e.lossReason)}, OpenRTB ${e.openRtbCode})</span><br />
      ${Jn(e.minToWin??void 0)}`}));if(t==null)return n;let r=t.decidedBy;return[{rank:1,accountId:t.accountId,bid:t.bid??void 0,score:t.score??void 0,why:S`won${r==null?T:S`, before the next ${Yn(r)}`}`},...n]}function Jn(e){return e===void 0?S`no amount would have been enough with its quality`:S`would have won with ${B(e)}`}function Yn(e){return{SCORE:`by score`,AMOUNT:`by amount, at equal scores`,ACCEPTED_EARLIER:`by time, at equal amounts`,SMALLER_BID_ID:`by the order of ids, at equal amounts and times`}[e]??`by ${F(e)}`}function Xn(e){return[{label:`Candidate`,cell:({rank:e,accountId:t})=>S`<span class="rank">${e}</span> <a href=${L(`ledger`,`accounts`,t)}>${t}</a>`},{label:`Bid`,number:!0,cell:({bid:e})=>e===void 0?`–`:B(e.price)},...e.rules.ranking===`QUALITY`?[{label:`Quality`,number:!0,cell:({bid:e})=>e?.qualityScore??`–`},{label:`Score`,number:!0,cell:({score:e})=>e??`–`}]:[],{label:`From`,cell:({bid:e})=>e===void 0?`–`:S`${e.region}<br /><span class="quiet">${V(e.acceptedAt)}</span>`},{label:`Why`,cell:({why:e})=>e}]}function Zn(e){return e.verdicts.length===0?T:S`<h3>What became of the bids</h3>
        <ul class="chips">
          ${e.verdicts.map(({verdict:e,count:t,reason:n,openRtbCode:r})=>S`<li>
                <b>${P(t)}</b> ${F(e)}${n==null?T:S`: ${F(n)}`}
                ${r==null?T:S`<span class="quiet">OpenRTB ${r}</span>`}
              </li>`)}
        </ul>`}function Qn({audience:e}){return e===`OPERATOR`?T:S`<p class="note">
        Shown as for: ${F(e)}. Amounts and accounts are sealed; telemetry-service sees them
        with an operator’s key.
      </p>`}var $n={OWN_BID:`The winner pays its own bid: the slot is sold at first price.`,FLOOR:`The winner pays the floor: nothing that another account bid makes it more.`,RUNNER_UP_AND_INCREMENT:`The winner pays the least that still outranks the best other account, plus the increment.`,CAPPED_AT_OWN_BID:`The winner pays its own bid: the least that outranks the best other account, plus the increment, would be more.`,UNNAMED_RUNNER_UP:`The bid of another account made the price; the outcome does not name that one.`};function er({winner:e,rules:t,others:n}){if(e==null)return S`<p class="empty">There is no price: nobody won, or who won is sealed.</p>`;let{clearingPrice:r,basis:i,leastToOutrank:a}=e.price;return S`<p class="clearing">${B(r)}</p>
    ${i==null?T:S`<p>${$n[i]??F(i)}</p>`}
    ${Ot([[`pricing`,F(t.pricing)],[`floor`,B(t.floor)],[`best other bid`,n[0]===void 0?null:B(n[0].bid.price)],[`least that still wins`,a==null?null:B(a)],[`increment`,B(t.increment)],[`the winner’s own bid`,e.bid===null||e.bid===void 0?null:B(e.bid.price)]])}`}function tr(e){let{parts:t}=e;return S`<div id="story" data-slot=${e.slotId} data-state=${Pn(t)??``}>
    ${Kt([e],()=>S`
      ${nr(e)} ${or(t)}
      <div class="story-grid">
        ${Un(`story-ranking`,Hn.explanation,t.explanation,Kn)}
        ${Un(`story-price`,`What made the price`,t.explanation,er)}
        ${Un(`story-settlement`,Hn.settlement,t.settlement,kn)}
        ${Un(`story-ledger`,Hn.ledger,t.ledger,Mn)}
        ${Un(`story-history`,Hn.history,t.history,mr)}
        ${Un(`story-conflicts`,Hn.conflicts,t.conflicts,En)}
      </div>
    `)}
  </div>`}function nr({slotId:e,at:t,parts:n}){let r=Pn(n),i=G(n.definition);return S`<section class="panel" id="story-head" aria-labelledby="story-head-title">
    <div class="panel-head">
      <h2 id="story-head-title" class="slot-title">
        ${i?.name??e} ${i===void 0?T:S`<span class="quiet">${e}</span>`}
      </h2>
      ${r===void 0?S`<span class="quiet">state not known</span>`:Ht(r)}
    </div>
    ${ir(n)} ${i===void 0?rr(n.definition):ar(i)}
    <p class="basis">rules from ${n.definition?.source??`ingest-service`} · as of ${V(t)} UTC</p>
  </section>`}function rr(e){return S`<p class="note">The slot’s rules are not known: ${e?.why??`no source answered.`}</p>`}function ir(e){return S`<ol class="way">
    ${Rn(e).map(e=>S`<li class=${e.state} aria-current=${e.state===`now`?`step`:T}>
        <b>${F(e.name)}</b>
        <span>${e.at===null?e.state===`ahead`?`to come`:T:V(e.at)}</span>
        ${e.after===null?T:S`<span class="after-step">after ${Tt(e.after)}</span>`}
      </li>`)}
  </ol>`}function ar(e){let{currency:t,softClose:n}=e;return S`${Ot([[`publisher`,S`<a href=${L(`ledger`,`accounts`,e.publisherId)}>${e.publisherId}</a>`],[`floor`,B({amount:e.floor,currency:t})],[`pricing`,F(e.pricing)],[`increment`,B({amount:e.increment,currency:t})],[`ranked by`,F(e.ranking)],[`opens (UTC)`,V(e.opensAt)],[`closes (UTC)`,V(e.closesAt)],[`soft close`,n==null?`none`:`yes`]])}
  ${n==null?T:S`<p class="note">
        A bid in the last ${Tt(n.windowMillis)} moves the close to ${Tt(n.extensionMillis)}
        after it, at most ${Tt(n.maximumMillis)} beyond the time above.
      </p>`}`}function or(e){let t=G(e.traffic);return S`<section class="panel part" id="story-bids" aria-labelledby="story-bids-title">
    <div class="panel-head">
      <h2 id="story-bids-title">${Hn.bids}</h2>
      <span class="source">${e.bids?.source}, ${e.traffic?.source}</span>
    </div>
    ${t===void 0?S`<p class="note" id="story-counts">
          The evaluator’s counts are not known: ${e.traffic?.why??`no counts have come.`}
        </p>`:sr(t)}
    ${cr(e)} ${Gn(e.bids)} ${t===void 0?T:dr(t)} ${pr(G(e.explanation))}
  </section>`}function sr(e){let{received:t,counted:n,duplicate:r,rejected:i}=e.total,a=Object.values(i).reduce((e,t)=>e+t,0);return S`<div id="story-counts">
    ${Ot([[`received`,P(t)],[`counted`,P(n)],[`duplicate`,P(r)],[`rejected`,P(a)],[`late`,P(e.late)]])}
    <p class="basis">
      measured · up to offset ${P(e.offset)} of the log${e.closed?`, past the close marker`:``} ·
      counted ${V(e.countedAt)} UTC
    </p>
  </div>`}function cr(e){let t=G(e.bids);if(t===void 0)return S`<p class=${e.bids?.status===`UNAVAILABLE`?`note unavailable`:`empty`}>
      ${e.bids?.why??`No bid of this slot is in the store.`}
    </p>`;if(t.bids.length===0)return S`<p class="empty">No bid has been written to the store for this slot.</p>`;let n=G(e.definition),r=Ln(e),i=Xt(t.bids,r,n?.floor??null);return i===void 0?S`<p class="note">
      ${P(t.shown)} bids are there. Until the close marker is written, their times, amounts and
      accounts are sealed.
    </p>`:S`${an(i,ur(e),r===null?``:`close marker ${St(r)}`)}
    ${lr(t,i.untimed)}`}function lr(e,t){let n=[e.total===null?`The first ${P(e.shown)} bids are drawn; how many there are is not known.`:e.shown<e.total?`${P(e.shown)} of ${P(e.total)} bids are drawn.`:``,t>0?`${P(t)} are not drawn, because their times are sealed.`:``].filter(e=>e!==``);return n.length===0?T:S`<p class="note">${n.join(` `)}</p>`}function ur(e){let t=G(e.definition)?.floor,n=G(e.explanation)?.winner?.price.clearingPrice.amount;return[...t===void 0?[]:[{label:`floor`,amount:t,className:`floor`}],...n===void 0?[]:[{label:`price`,amount:n,className:`price`}]]}function dr(e){let t=Object.entries(e.byRegion).sort(([e],[t])=>e<t?-1:1);return t.length===0?T:Et(`Bids by region, as the evaluator counted them`,[{label:`Region`,cell:([e])=>e},{label:`Received`,number:!0,cell:([,e])=>P(e.received)},{label:`Counted`,number:!0,cell:([,e])=>P(e.counted)},{label:`Duplicate`,number:!0,cell:([,e])=>P(e.duplicate)},{label:`Rejected`,cell:([,e])=>fr(e.rejected)}],t)}function fr(e){let t=Object.entries(e).filter(([,e])=>e>0);return t.length===0?`0`:t.map(([e,t])=>`${P(t)} ${F(e)}`).join(`, `)}function pr(e){let t=e?.digest;return t==null?T:S`<p class="note" id="story-digest">
        Fingerprint of all that was counted: <code class="digest">${t}</code>
      </p>`}function mr(e){return S`<ol class="happenings">
    ${e.history.map(e=>S`<li>
        <b>${F(e.type)}</b> <span class="quiet">${V(e.occurredAt)} UTC</span>
        ${e.reason===null||e.reason===void 0?T:S`<p>${e.reason}</p>`}
        <p class="quiet">event ${e.eventNo}, recorded ${V(e.recordedAt)}</p>
      </li>`)}
  </ol>`}var hr=5e3,gr=6e4,_r=class{host;id=`auctions`;title=`Auctions`;slotId;search;story;constructor(e){this.host=e,this.search=new Bt(e),this.story=new ut(e=>rt(`/v1/slots/${encodeURIComponent(this.slotId??``)}/story`,e),hr,()=>{this.rest(),e.show()})}enter(e){let[t]=e;t===void 0?(this.story.stop(),this.search.start()):(this.search.stop(),this.follow(t)),this.slotId=t}leave(){this.search.stop(),this.story.stop()}render(){return this.slotId===void 0?this.search.render():S`<div class="story-top">
        <a class="back" href=${L(`auctions`)}>← All slots</a>
        <button type="button" class="plain" id="story-refresh" @click=${this.refresh}>Ask again</button>
      </div>
      ${Pt(this.story.value,`slot ${this.slotId}`,this.refresh,e=>Fn(e.parts)?vr(e.slotId):tr(e))}`}follow(e){this.slotId!==e&&(this.story.stop(),this.story.reset(),this.slotId=e),this.story.start()}rest(){let e=this.story.value;if(e.state!==`ready`)return;let{parts:t}=e.value,n=Date.parse(Ln(t)??``);Object.values(t).every(e=>e.status!==`UNAVAILABLE`)&&In(Pn(t))&&Re(this.host.state)-n>gr&&this.story.stop()}refresh=()=>{this.story.stop(),this.story.start()}};function vr(e){return S`<div id="story-unknown">
    ${Mt(`Nobody knows a slot ${e}`,`Intake, evaluation and settlement were asked, and telemetry remembers none of its traffic. It shows here once it is opened.`)}
  </div>`}var yr=!0,br=`uplot`,xr=`u-hz`,Sr=`u-vt`,Cr=`u-title`,wr=`u-wrap`,Tr=`u-under`,Er=`u-over`,Dr=`u-axis`,Or=`u-off`,kr=`u-select`,Ar=`u-cursor-x`,jr=`u-cursor-y`,Mr=`u-cursor-pt`,Nr=`u-legend`,Pr=`u-live`,Fr=`u-inline`,Ir=`u-series`,Lr=`u-marker`,Rr=`u-label`,zr=`u-value`,Br=`width`,Vr=`height`,Hr=`top`,Ur=`bottom`,Wr=`left`,Gr=`right`,Kr=`#000`,qr=`#0000`,Jr=`mousemove`,Yr=`mousedown`,Xr=`mouseup`,Zr=`mouseenter`,Qr=`mouseleave`,$r=`dblclick`,ei=`resize`,ti=`scroll`,ni=`change`,ri=`dppxchange`,ii=`--`,ai=typeof window<`u`,oi=ai?document:null,si=ai?window:null,ci=ai?navigator:null,K,li;function ui(){let e=devicePixelRatio;K!=e&&(K=e,li&&wi(ni,li,ui),li=matchMedia(`(min-resolution: ${K-.001}dppx) and (max-resolution: ${K+.001}dppx)`),Ci(ni,li,ui),si.dispatchEvent(new CustomEvent(ri)))}function di(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function fi(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function q(e,t,n){e.style[t]=n+`px`}function pi(e,t,n,r){let i=oi.createElement(e);return t!=null&&di(i,t),n?.insertBefore(i,r),i}function mi(e,t){return pi(`div`,e,t)}var hi=new WeakMap;function gi(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=hi.get(e)&&(e.style.transform=a,hi.set(e,a),t<0||n<0||t>r||n>i?di(e,Or):fi(e,Or))}var _i=new WeakMap;function vi(e,t,n){let r=t+n;r!=_i.get(e)&&(_i.set(e,r),e.style.background=t,e.style.borderColor=n)}var yi=new WeakMap;function bi(e,t,n,r){let i=t+``+n;i!=yi.get(e)&&(yi.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}var xi={passive:!0},Si={...xi,capture:!0};function Ci(e,t,n,r){t.addEventListener(e,n,r?Si:xi)}function wi(e,t,n,r){t.removeEventListener(e,n,xi)}ai&&ui();function Ti(e,t,n,r){let i;n||=0,r||=t.length-1;let a=r<=2147483647;for(;r-n>1;)i=a?n+r>>1:Ki((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function Ei(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}var Di=e=>e!=null,Oi=e=>e!=null&&e>0,ki=Ei(Di),Ai=Ei(Oi);function ji(e,t,n,r=0,i=!1){let a=i?Ai:ki,o=i?Oi:Di;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??Y,c??-Y]}function Mi(e,t,n,r){let i=Qi(e),a=Qi(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?$i:ea,s=i==1?Ki:Ji,c=a==1?Ji:Ki,l=s(o(Gi(e))),u=c(o(Gi(t))),d=Zi(n,l),f=Zi(n,u);return n==10&&(l<0&&(d=Z(d,-l)),u<0&&(f=Z(f,-u))),r||n==2?(e=d*i,t=f*a):(e=ga(e,d),t=ha(t,f)),[e,t]}function Ni(e,t,n,r){let i=Mi(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}var Pi=.1,Fi={mode:3,pad:Pi},Ii={pad:0,soft:null,mode:0},Li={min:Ii,max:Ii};function Ri(e,t,n,r){return Da(n)?Bi(e,t,n):(Ii.pad=n,Ii.soft=r?0:null,Ii.mode=r?3:0,Bi(e,t,Li))}function J(e,t){return e??t}function zi(e,t,n){for(t=J(t,0),n=J(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1}function Bi(e,t,n){let r=n.min,i=n.max,a=J(r.pad,0),o=J(i.pad,0),s=J(r.hard,-Y),c=J(i.hard,Y),l=J(r.soft,Y),u=J(i.soft,-Y),d=J(r.mode,0),f=J(i.mode,0),p=t-e,m=$i(p),h=Xi(Gi(e),Gi(t)),g=Gi($i(h)-m);(p<1e-24||g>10)&&(p=0,(e==0||t==0)&&(p=1e-24,d==2&&l!=Y&&(a=0),f==2&&u!=-Y&&(o=0)));let _=p||h||1e3,v=Zi(10,Ki($i(_))),y=Z(ga(e-_*(p==0?e==0?.1:1:a),v/10),24),b=e>=l&&(d==1||d==3&&y<=l||d==2&&y>=l)?l:Y,x=Xi(s,y<b&&e>=b?b:Yi(b,y)),S=Z(ha(t+_*(p==0?t==0?.1:1:o),v/10),24),C=t<=u&&(f==1||f==3&&S>=u||f==2&&S<=u)?u:-Y,w=Yi(c,S>C&&t<=C?C:Xi(C,S));return x==w&&x==0&&(w=100),[x,w]}var Vi=new Intl.NumberFormat(ai?ci.language:`en-US`),Hi=e=>Vi.format(e),Ui=Math,Wi=Ui.PI,Gi=Ui.abs,Ki=Ui.floor,qi=Ui.round,Ji=Ui.ceil,Yi=Ui.min,Xi=Ui.max,Zi=Ui.pow,Qi=Ui.sign,$i=Ui.log10,ea=Ui.log2,ta=(e,t=1)=>Ui.sinh(e)*t,na=(e,t=1)=>Ui.asinh(e/t),Y=1/0;function ra(e){return($i((e^e>>31)-(e>>31))|0)+1}function ia(e,t,n){return Yi(Xi(e,t),n)}function aa(e){return typeof e==`function`}function X(e){return aa(e)?e:()=>e}var oa=()=>{},sa=e=>e,ca=(e,t)=>t,la=e=>null,ua=e=>!0,da=(e,t)=>e==t,fa=/\.\d*?(?=9{6,}|0{6,})/gm,pa=e=>{if(wa(e)||_a.has(e))return e;let t=`${e}`,n=t.match(fa);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${pa(e)}e${n}`}return Z(e,r)};function ma(e,t){return pa(Z(pa(e/t))*t)}function ha(e,t){return pa(Ji(pa(e/t))*t)}function ga(e,t){return pa(Ki(pa(e/t))*t)}function Z(e,t=0){if(wa(e))return e;let n=10**t;return qi(e*n*(1+2**-52))/n}var _a=new Map;function va(e){return((``+e).split(`.`)[1]||``).length}function ya(e,t,n,r){let i=[],a=r.map(va);for(let o=t;o<n;o++){let t=Gi(o),n=Z(Zi(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:Z(c,l);i.push(u),_a.set(u,l)}}return i}var ba={},xa=[],Sa=[null,null],Ca=Array.isArray,wa=Number.isInteger,Ta=e=>e===void 0;function Ea(e){return typeof e==`string`}function Da(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function Oa(e){return typeof e==`object`&&!!e}var ka=Object.getPrototypeOf(Uint8Array),Aa=`__proto__`;function ja(e,t=Da){let n;if(Ca(e)){let r=e.find(e=>e!=null);if(Ca(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=ja(e[r],t)}else n=e.slice()}else if(e instanceof ka)n=e.slice();else if(t(e)){n={};for(let r in e)r!=Aa&&(n[r]=ja(e[r],t))}else n=e;return n}function Ma(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=Aa&&(Da(e[t])?Ma(e[t],ja(r[t])):e[t]=ja(r[t]))}return e}var Na=0,Pa=1,Fa=2;function Ia(e,t,n){for(let r=0,i,a=-1;r<t.length;r++){let o=t[r];if(o>a){for(i=o-1;i>=0&&e[i]==null;)e[i--]=null;for(i=o+1;i<n&&e[i]==null;)e[a=i++]=null}}}function La(e,t){if(Ba(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return Va(t[0])||(t=za(t)),t}let n=new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:Pa,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=Na&&(l[n]=t,u==Fa&&d.push(n)):l[n]=t}Ia(l,d,i),r.push(l)}}return r}var Ra=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask;function za(e){let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i}function Ba(e){let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0}function Va(e,t=100){let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=Xi(1,Ki((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0}var Ha=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],Ua=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function Wa(e){return e.slice(0,3)}var Ga=Ua.map(Wa),Ka={MMMM:Ha,MMM:Ha.map(Wa),WWWW:Ua,WWW:Ga};function qa(e){return(e<10?`0`:``)+e}function Ja(e){return(e<10?`00`:e<100?`0`:``)+e}var Ya={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+``).slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>qa(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>qa(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>qa(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?`PM`:`AM`,aa:e=>e.getHours()>=12?`pm`:`am`,a:e=>e.getHours()>=12?`p`:`a`,mm:e=>qa(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>qa(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>Ja(e.getMilliseconds())};function Xa(e,t){t||=Ka;let n=[],r=/\{([a-z]+)\}|[^{]+/gi,i;for(;i=r.exec(e);)n.push(i[0][0]==`{`?Ya[i[1]]:i[0]);return e=>{let r=``;for(let i=0;i<n.length;i++)r+=typeof n[i]==`string`?n[i]:n[i](e,t);return r}}var Za=new Intl.DateTimeFormat().resolvedOptions().timeZone;function Qa(e,t){let n;return t==`UTC`||t==`Etc/UTC`?n=new Date(+e+e.getTimezoneOffset()*6e4):t==Za?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n}var $a=e=>e%1==0,eo=[1,2,2.5,5],to=ya(10,-32,0,eo),no=ya(10,0,32,eo),ro=no.filter($a),io=to.concat(no),ao=`
`,oo=`{YYYY}`,so=ao+oo,co=`{M}/{D}`,lo=ao+co,uo=lo+`/{YY}`,fo=`{aa}`,po=`{h}:{mm}`+fo,mo=ao+po,ho=`:{ss}`,Q=null;function go(e){let t=e*1e3,n=t*60,r=n*60,i=r*24,a=i*30,o=i*365,s=(e==1?ya(10,0,3,eo).filter($a):ya(10,-3,0,eo)).concat([t,t*5,t*10,t*15,t*30,n,n*5,n*10,n*15,n*30,r,r*2,r*3,r*4,r*6,r*8,r*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,a,a*2,a*3,a*4,a*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,oo,Q,Q,Q,Q,Q,Q,1],[i*28,`{MMM}`,so,Q,Q,Q,Q,Q,1],[i,co,so,Q,Q,Q,Q,Q,1],[r,`{h}`+fo,uo,Q,lo,Q,Q,Q,1],[n,po,uo,Q,lo,Q,Q,Q,1],[t,ho,uo+` `+po,Q,lo+` `+po,Q,mo,Q,1],[e,ho+`.{fff}`,uo+` `+po,Q,lo+` `+po,Q,mo,Q,1]];function l(t){return(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=Z(g*e,3),v=Eo(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=Z(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:Z(Eo(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(qi(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=Eo(c+r*a,l+n*a,1),s=o-t(Z(o*e,3));i=Z((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(Ki(l)-Ki(_))+ha(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=Z(o+d,e==1?0:3),!(o>u);)if(g>1){let e=Ki(Z(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24;let i=p[p.length-1];Z((o-i)/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}}return[s,c,l]}var[_o,vo,yo]=go(1),[bo,xo,So]=go(.001);ya(2,-53,53,[1]);function Co(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function wo(e,t){return(n,r,i,a,o)=>{let s=t.find(e=>o>=e[0])||t[t.length-1],c,l,u,d,f,p;return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=c&&s[2]||i!=l&&s[3]||a!=u&&s[4]||o!=d&&s[5]||m!=f&&s[6]||h!=p&&s[7]||s[1];return c=r,l=i,u=a,d=o,f=m,p=h,g(n)})}}function To(e,t){let n=Xa(t);return(t,r,i,a,o)=>r.map(t=>n(e(t)))}function Eo(e,t,n){return new Date(e,t,n)}function Do(e,t){return t(e)}var Oo=`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`;function ko(e,t){return(n,r,i,a)=>a==null?ii:t(e(r))}function Ao(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null}function jo(e,t){return e.series[t].fill(e,t)}var Mo={show:!0,live:!0,isolate:!1,mount:oa,markers:{show:!0,width:2,stroke:Ao,fill:jo,dash:`solid`},idx:null,idxs:null,values:[]};function No(e,t){let n=e.cursor.points,r=mi(),i=n.size(e,t);q(r,Br,i),q(r,Vr,i);let a=i/-2;q(r,`marginLeft`,a),q(r,`marginTop`,a);let o=n.width(e,t,i);return o&&q(r,`borderWidth`,o),r}function Po(e,t){let n=e.series[t].points;return n._fill||n._stroke}function Fo(e,t){let n=e.series[t].points;return n._stroke||n._fill}function Io(e,t){return e.series[t].points.size}var Lo=[0,0];function Ro(e,t,n){return Lo[0]=t,Lo[1]=n,Lo}function zo(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function Bo(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}var Vo={show:!0,x:!0,y:!0,lock:!1,move:Ro,points:{one:!1,show:No,size:Io,width:0,stroke:Fo,fill:Po},bind:{mousedown:zo,mouseup:zo,click:zo,dblclick:zo,mousemove:Bo,mouseleave:Bo,mouseenter:Bo},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,n,r,i)=>r-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},Ho={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},Uo=Ma({},Ho,{filter:ca}),Wo=Ma({},Uo,{size:10}),Go=Ma({},Ho,{show:!1}),Ko=`12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"`,qo=`bold `+Ko,Jo=1.5,Yo={show:!0,scale:`x`,stroke:Kr,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:qo,side:2,grid:Uo,ticks:Wo,border:Go,font:Ko,lineGap:Jo,rotate:0},Xo=`Value`,Zo=`Time`,Qo={show:!0,scale:`x`,auto:!1,sorted:1,min:Y,max:-1/0,idxs:[]};function $o(e,t,n,r,i){return t.map(e=>e==null?``:Hi(e))}function es(e,t,n,r,i,a,o){let s=[],c=_a.get(i)||0;n=o?n:Z(ha(n,i),c);for(let e=n;e<=r;e=Z(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function ts(e,t,n,r,i,a,o){let s=[],c=e.scales[e.axes[t].scale].log;i=Zi(c,Ki((c==10?$i:ea)(n))),c==10&&(i=io[Ti(i,io)]);let l=n,u=i*c;c==10&&(u=io[Ti(u,io)]);do s.push(l),l+=i,c==10&&!_a.has(l)&&(l=Z(l,_a.get(i))),l>=u&&(i=l,u=i*c,c==10&&(u=io[Ti(u,io)]));while(l<=r);return s}function ns(e,t,n,r,i,a,o){let s=e.scales[e.axes[t].scale].asinh,c=r>s?ts(e,t,Xi(s,n),r,i):[s],l=r>=0&&n<=0?[0]:[];return(n<-s?ts(e,t,Xi(s,-r),-n,i):[s]).reverse().map(e=>-e).concat(l,c)}var rs=/./,is=/[12357]/,as=/[125]/,os=/1/,ss=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function cs(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=e.scales[o],c=e.valToPos,l=a._space,u=c(10,o),d=c(9,o)-u>=l?rs:c(7,o)-u>=l?is:c(5,o)-u>=l?as:os;if(d==os){let e=Gi(c(1,o)-u);if(e<l)return ss(t.slice().reverse(),s.distr,d,Ji(l/e)).reverse()}return ss(t,s.distr,d,1)}function ls(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=a._space,c=e.valToPos,l=Gi(c(1,o)-c(2,o));return l<s?ss(t.slice().reverse(),3,rs,Ji(s/l)).reverse():t}function us(e,t,n,r){return r==null?ii:t==null?``:Hi(t)}var ds={show:!0,scale:`y`,stroke:Kr,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:qo,side:3,grid:Uo,ticks:Wo,border:Go,font:Ko,lineGap:Jo,rotate:0};function fs(e,t){return Z((3+(e||1)*2)*t,3)}function ps(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=Gi(e.valToPos(i[r[1]],n,!0)-a)/(e.series[t].points.space*K);return r[1]-r[0]<=o}var ms={scale:null,auto:!0,sorted:0,min:Y,max:-1/0},hs=(e,t,n,r,i)=>i,gs={show:!0,auto:!0,sorted:0,gaps:hs,alpha:1,facets:[Ma({},ms,{scale:`x`}),Ma({},ms,{scale:`y`})]},_s={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:hs,alpha:1,points:{show:ps,filter:null},values:null,min:Y,max:-1/0,idxs:[],path:null,clip:null};function vs(e,t,n,r,i){return n/10}var ys={time:yr,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},bs=Ma({},ys,{time:!1,ori:1}),xs={};function Ss(e,t){let n=xs[e];return n||(n={key:e,plots:[],sub(e){n.plots.push(e)},unsub(e){n.plots=n.plots.filter(t=>t!=e)},pub(e,t,r,i,a,o,s){for(let c=0;c<n.plots.length;c++)n.plots[c]!=t&&n.plots[c].pub(e,t,r,i,a,o,s)}},e!=null&&(xs[e]=n)),n}var Cs=1,ws=2;function Ts(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,Ps,Is,Rs,Bs,Hs):n(i,c,l,u,d,_,g,p,f,h,m,Fs,Ls,zs,Vs,Us)}function Es(e,t){let n=0,r=0,i=J(e.bands,xa);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function Ds(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function Os(e,t,n,r,i,a){return Ts(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?Is:Ls,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function ks(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?Rs:zs,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function As(e,t,n){let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])}function js(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function Ms(e){return e==0?sa:e==1?qi:t=>ma(t,e)}function Ns(e){let t=e==0?Ps:Fs,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=Yi(c,o/2,s/2),l=Yi(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}var Ps=(e,t,n)=>{e.moveTo(t,n)},Fs=(e,t,n)=>{e.moveTo(n,t)},Is=(e,t,n)=>{e.lineTo(t,n)},Ls=(e,t,n)=>{e.lineTo(n,t)},Rs=Ns(0),zs=Ns(1),Bs=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},Vs=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},Hs=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},Us=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function Ws(e){return(e,t,n,r,i)=>Ts(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let{pxRound:h,points:g}=t,_,v;s.ori==0?(_=Ps,v=Bs):(_=Fs,v=Vs);let y=Z(g.width*K,3),b=(g.size-g.width)/2*K,x=Z(b*2,3),S=new Path2D,C=new Path2D,{left:w,top:T,width:E,height:D}=e.bbox;Rs(C,w-x,T-x,E+x*2,D+x*2);let O=e=>{if(o[e]!=null){let t=h(l(a[e],s,p,d)),n=h(u(o[e],c,m,f));_(S,t+b,n),v(S,t,n,b,0,Wi*2)}};if(i)i.forEach(O);else for(let e=n;e<=r;e++)O(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function Gs(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}var Ks=Gs(Is),qs=Gs(Ls);function Js(e){let t=J(e?.alignGaps,0);return(e,n,r,i)=>Ts(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=ki(s,r,i);let g=a.pxRound,_=e=>g(u(e,c,m,f)),v=e=>g(d(e,l,h,p)),y,b;c.ori==0?(y=Is,b=Ks):(y=Ls,b=qs);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Cs},C=S.stroke,w=!1;if(i-r>=m*4){let t=t=>e.posToVal(t,c.key,!0),n=null,a=null,l,u,d,f=_(o[x==1?r:i]),p=_(o[r]),m=_(o[i]),h=t(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:_(r),c=s[e];i==f?c==null?c===null&&(w=!0):(u=c,n==null?(y(C,i,v(u)),l=n=a=u):u<n?n=u:u>a&&(a=u)):(n!=null&&b(C,f,v(n),v(a),v(l),v(u)),c==null?(n=a=null,c===null&&(w=!0)):(u=c,y(C,i,v(u)),n=a=l=u),f=i,h=t(f+x))}n!=null&&n!=a&&d!=f&&b(C,f,v(n),v(a),v(l),v(u))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&y(C,_(o[e]),v(t))}let[T,E]=Es(e,n);if(a.fill!=null||T!=0){let t=S.fill=new Path2D(C),s=v(a.fillTo(e,n,a.min,a.max,T)),c=_(o[r]),l=_(o[i]);x==-1&&([l,c]=[c,l]),y(t,l,s),y(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...js(o,s,r,i,x,_,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=ks(l,c.ori,f,p,m,h)}return E!=0&&(S.band=E==2?[Os(e,n,r,i,C,-1),Os(e,n,r,i,C,1)]:Os(e,n,r,i,C,E)),S})}function Ys(e){let t=J(e.align,1),n=J(e.ascDesc,!1),r=J(e.alignGaps,0),i=J(e.extend,!1);return(e,a,o,s)=>Ts(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=ki(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?Is:Ls,T={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Cs},E=T.stroke,D=d.dir*(d.ori==0?1:-1),O=C(u[D==1?o:s]),ee=S(l[D==1?o:s]),te=ee,k=ee;i&&t==-1&&(k=b,w(E,k,O)),w(E,ee,O);for(let e=D==1?o:s;e>=o&&e<=s;e+=D){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(E,r,O):w(E,te,i),w(E,r,i),O=i,te=r}let ne=te;i&&t==1&&(ne=b+x,w(E,ne,O));let[re,ie]=Es(e,a);if(c.fill!=null||re!=0){let t=T.fill=new Path2D(E),n=C(c.fillTo(e,a,c.min,c.max,re));w(t,ne,n),w(t,k,n)}if(!c.spanGaps){let i=[];i.push(...js(l,u,o,s,D,S,r));let f=c.width*K/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),T.gaps=i=c.gaps(e,a,o,s,i),T.clip=ks(i,d.ori,h,g,_,v)}return ie!=0&&(T.band=ie==2?[Os(e,a,o,s,E,-1),Os(e,a,o,s,E,1)]:Os(e,a,o,s,E,ie)),T})}function Xs(e,t,n,r,i,a,o=Y){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=Gi(e[c]-e[s]);t<l&&(l=t,o=Gi(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function Zs(e){e||=ba;let t=J(e.size,[.6,Y,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=X(i),o=1-t[0],s=J(t[1],Y),c=J(t[2],1),l=J(e.disp,ba),u=J(e.each,e=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>Ts(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let T=m.pxRound,E=n,D=r*K,O=s*K,ee=c*K,te,k;_.ori==0?[te,k]=a(e,t):[k,te]=a(e,t);let ne=_.dir*(_.ori==0?1:-1),re=_.ori==0?Rs:zs,ie=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},ae=J(e.bands,xa).find(e=>e.series[0]==t),oe=ae==null?0:ae.dir,se=m.fillTo(e,t,m.min,m.max,oe),A=T(b(se,v,w,S)),j,M,ce,N=C,P=T(m.width*K),le=!1,ue=null,de=null,fe=null,pe=null;d!=null&&(P==0||f!=null)&&(le=!0,ue=d.values(e,t,i,p),de=new Map,new Set(ue).forEach(e=>{e!=null&&de.set(e,new Path2D)}),P>0&&(fe=f.values(e,t,i,p),pe=new Map,new Set(fe).forEach(e=>{e!=null&&pe.set(e,new Path2D)})));let{x0:me,size:he}=l;if(me!=null&&he!=null){E=1,h=me.values(e,t,i,p),me.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=he.values(e,t,i,p);M=he.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),N=Xs(h,g,y,_,C,x,N),ce=N-M+D}else N=Xs(h,g,y,_,C,x,N),ce=N*o+D,M=N-ce;ce<1&&(ce=0),P>=M/2&&(P=0),ce<5&&(T=sa);let ge=ce>0,_e=N-ce-(ge?P:0);M=T(ia(_e,ee,O)),j=(E==0?M/2:E==ne?0:M)-E*ne*((E==0?D/2:0)+(ge?P/2:0));let ve={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},F=le?null:new Path2D,ye=null;if(ae!=null)ye=e.data[ae.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),ye=n.values(e,t,i,p))}let be=te*M,xe=k*M;for(let n=ne==1?i:p;n>=i&&n<=p;n+=ne){let r=g[n];if(r==null)continue;if(ye!=null){let e=ye[n]??0;if(r-e==0)continue;A=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(J(r,se),v,w,S),o=T(i-j),s=T(Xi(a,A)),c=T(Yi(a,A)),u=s-c;if(r!=null){let i=r<0?xe:be,a=r<0?be:xe;le?(P>0&&fe[n]!=null&&re(pe.get(fe[n]),o,c+Ki(P/2),M,Xi(0,u-P),i,a),ue[n]!=null&&re(de.get(ue[n]),o,c+Ki(P/2),M,Xi(0,u-P),i,a)):re(F,o,c+Ki(P/2),M,Xi(0,u-P),i,a),ie(e,t,n,o-P/2,c,M+P,u)}}return P>0?ve.stroke=le?pe:F:le||(ve._fill=m.width==0?m._fill:m._stroke??m._fill,ve.width=0),ve.fill=le?de:F,ve})}function Qs(e,t){let n=J(t?.alignGaps,0);return(t,r,i,a)=>Ts(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=ki(c,i,a);let _=o.pxRound,v=e=>_(d(e,l,h,p)),y=e=>_(f(e,u,g,m)),b,x,S;l.ori==0?(b=Ps,S=Is,x=Hs):(b=Fs,S=Ls,x=Us);let C=l.dir*(l.ori==0?1:-1),w=v(s[C==1?i:a]),T=w,E=[],D=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=s[e],n=v(t);E.push(T=n),D.push(y(c[e]))}let O={stroke:e(E,D,b,S,x,_),fill:null,clip:null,band:null,gaps:null,flags:Cs},ee=O.stroke,[te,k]=Es(t,r);if(o.fill!=null||te!=0){let e=O.fill=new Path2D(ee),n=y(o.fillTo(t,r,o.min,o.max,te));S(e,T,n),S(e,w,n)}if(!o.spanGaps){let e=[];e.push(...js(s,c,i,a,C,v,n)),O.gaps=e=o.gaps(t,r,i,a,e),O.clip=ks(e,l.ori,p,m,h,g)}return k!=0&&(O.band=k==2?[Os(t,r,i,a,ee,-1),Os(t,r,i,a,ee,1)]:Os(t,r,i,a,ee,k)),O})}function $s(e){return Qs(ec,e)}function ec(e,t,n,r,i,a){let o=e.length;if(o<2)return null;let s=new Path2D;if(n(s,e[0],t[0]),o==2)r(s,e[1],t[1]);else{let n=Array(o),r=Array(o-1),a=Array(o-1),c=Array(o-1);for(let n=0;n<o-1;n++)a[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=a[n]/c[n];n[0]=r[0];for(let e=1;e<o-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[o-1]=r[o-2];for(let r=0;r<o-1;r++)i(s,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return s}var tc=new Set;function nc(){for(let e of tc)e.syncRect(!0)}ai&&(Ci(ei,si,nc),Ci(ti,si,nc,!0),Ci(ri,si,()=>{vc.pxRatio=K}));var rc=Js(),ic=Ws();function ac(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>sc(e,r,t,n))}function oc(e,t){return e.map((e,n)=>n==0?{}:Ma({},t,e))}function sc(e,t,n,r){return Ma({},t==0?n:r,e)}function cc(e,t,n){return t==null?Sa:[t,n]}var lc=cc;function uc(e,t,n){return t==null?Sa:Ri(t,n,Pi,!0)}function dc(e,t,n,r){return t==null?Sa:Mi(t,n,e.scales[r].log,!1)}var fc=dc;function pc(e,t,n,r){return t==null?Sa:Ni(t,n,e.scales[r].log,!1)}var mc=pc;function hc(e,t,n,r,i){let a=Xi(ra(e),ra(t)),o=t-e,s=Ti(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?_a.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function gc(e){let t,n;return e=e.replace(/(\d+)px/,(e,r)=>(t=qi((n=+r)*K))+`px`),[e,t,n]}function _c(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=Z(e[2]*K,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function vc(e,t,n){let r={mode:J(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function s(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let c=!1;r.status=0;let l=r.root=mi(br);if(e.id!=null&&(l.id=e.id),di(l,e.class),e.title){let t=mi(Cr,l);t.textContent=e.title}let u=pi(`canvas`),d=r.ctx=u.getContext(`2d`),f=mi(wr,l);Ci(`click`,f,e=>{e.target===m&&(H!=nn||U!=rn)&&cn.click(r,e)},!0);let p=r.under=mi(Tr,f);f.appendChild(u);let m=r.over=mi(Er,f);e=ja(e);let h=+J(e.pxAlign,1),g=Ms(h);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let _=e.ms||.001,v=r.series=i==1?ac(e.series||[],Qo,_s,!1):oc(e.series||[null],gs),y=r.axes=ac(e.axes||[],Yo,ds,!0),b=r.scales={},x=r.bands=e.bands||[];x.forEach(e=>{e.fill=X(e.fill||null),e.dir=J(e.dir,-1)});let S=i==2?v[1].facets[0].scale:v[0].scale,C={axes:Bt,series:kt},w=(e.drawOrder||[`axes`,`series`]).map(e=>C[e]);function T(e){let t=e.distr==3?t=>$i(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>na(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e,o=a-i;return(r-i)/o}}function E(t){let n=b[t];if(n==null){let r=(e.scales||ba)[t]||ba;if(r.from!=null){E(r.from);let e=Ma({},b[r.from],r,{key:t});e.valToPct=T(e),b[t]=e}else{n=b[t]=Ma({},t==S?ys:bs,r),n.key=t;let e=n.time,a=n.range,o=Ca(a);if((t!=S||i==2&&!e)&&(o&&(a[0]==null||a[1]==null)&&(a={min:a[0]==null?Fi:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?Fi:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&Da(a))){let e=a;a=(t,n,r)=>n==null?Sa:Ri(n,r,e)}n.range=X(a||(e?lc:t==S?n.distr==3?fc:n.distr==4?mc:cc:n.distr==3?dc:n.distr==4?pc:uc)),n.auto=X(!o&&n.auto),n.clamp=X(n.clamp||vs),n._min=n._max=null,n.valToPct=T(n)}}}E(`x`),E(`y`),i==1&&v.forEach(e=>{E(e.scale)}),y.forEach(e=>{E(e.scale)});for(let t in e.scales)E(t);let D=b[S],O=D.distr,ee,te;D.ori==0?(di(l,xr),ee=a,te=o):(di(l,Sr),ee=o,te=a);let k={};for(let e in b){let t=b[e];(t.min!=null||t.max!=null)&&(k[e]={min:t.min,max:t.max},t.min=t.max=null)}let ne=e.tzDate||(e=>new Date(qi(e/_))),re=e.fmtDate||Xa,ie=_==1?yo(ne):So(ne),ae=wo(ne,Co(_==1?vo:xo,re)),oe=ko(ne,Do(Oo,re)),se=[],A=r.legend=Ma({},Mo,e.legend),j=r.cursor=Ma({},Vo,{drag:{y:i==2}},e.cursor),M=A.show,ce=j.show,N=A.markers;A.idxs=se,N.width=X(N.width),N.dash=X(N.dash),N.stroke=X(N.stroke),N.fill=X(N.fill);let P,le,ue,de=[],fe=[],pe,me=!1,he={};if(A.live){let e=v[1]?v[1].values:null;me=e!=null,pe=me?e(r,1,0):{_:0};for(let e in pe)he[e]=ii}if(M){if(P=pi(`table`,Nr,l),ue=pi(`tbody`,null,P),A.mount(r,P),me){le=pi(`thead`,null,P,ue);let e=pi(`tr`,null,le);for(var ge in pi(`th`,null,e),pe)pi(`th`,Rr,e).textContent=ge}else di(P,Fr),A.live&&di(P,Pr)}let _e={show:!0},ve={show:!1};function F(e,t){if(t==0&&(me||!A.live||i==2))return Sa;let n=[],a=pi(`tr`,Ir,ue,ue.childNodes[t]);di(a,e.class),e.show||di(a,Or);let o=pi(`th`,null,a);if(N.show){let e=mi(Lr,o);if(t>0){let n=N.width(r,t);n&&(e.style.border=n+`px `+N.dash(r,t)+` `+N.stroke(r,t)),e.style.background=N.fill(r,t)}}let s=mi(Rr,o);for(var c in e.label instanceof HTMLElement?s.appendChild(e.label):s.textContent=e.label,t>0&&(N.show||(s.style.color=e.width>0?N.stroke(r,t):N.fill(r,t)),be(`click`,o,t=>{if(j._lock)return;Ge(t);let n=v.indexOf(e);if((t.ctrlKey||t.metaKey)!=A.isolate){let e=v.some((e,t)=>t>0&&t!=n&&e.show);v.forEach((t,r)=>{r>0&&hn(r,e?r==n?_e:ve:_e,!0,$n.setSeries)})}else hn(n,{show:!e.show},!0,$n.setSeries)},!1),Je&&be(Zr,o,t=>{j._lock||(Ge(t),hn(v.indexOf(e),Cn,!0,$n.setSeries))},!1)),pe){let e=pi(`td`,zr,a);e.textContent=`--`,n.push(e)}return[a,n]}let ye=new Map;function be(e,t,n,i=!0){let a=ye.get(t)||{},o=j.bind[e](r,t,n,i);o&&(Ci(e,t,a[e]=o),ye.set(t,a))}function xe(e,t,n){let r=ye.get(t)||{};for(let n in r)(e==null||n==e)&&(wi(n,t,r[n]),delete r[n]);e??ye.delete(t)}let Se=0,Ce=0,I=0,L=0,we=0,Te=0,Ee=we,De=Te,Oe=I,ke=L,Ae=0,je=0,Me=0,Ne=0;r.bbox={};let Pe=!1,Fe=!1,Ie=!1,Le=!1,Re=!1,R=!1;function ze(e,t,n){(n||e!=r.width||t!=r.height)&&Be(e,t),Vt(!1),Ie=!0,Fe=!0,Kt()}function Be(e,t){r.width=Se=I=e,r.height=Ce=L=t,we=Te=0,Ue(),We();let n=r.bbox;Ae=n.left=ma(we*K,.5),je=n.top=ma(Te*K,.5),Me=n.width=ma(I*K,.5),Ne=n.height=ma(L*K,.5)}function Ve(){let e=!1,t=0;for(;!e;){t++;let n=Rt(t),i=zt(t);e=t==3||n&&i,e||(Be(r.width,r.height),Fe=!0)}}function He({width:e,height:t}){ze(e,t)}r.setSize=He;function Ue(){let e=!1,t=!1,n=!1,r=!1;y.forEach((i,a)=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(I-=c,a==3?(we+=c,r=!0):n=!0):(L-=c,a==0?(Te+=c,e=!0):t=!0))}}),rt[0]=e,rt[1]=n,rt[2]=t,rt[3]=r,I-=st[1]+st[3],we+=st[3],L-=st[2]+st[0],Te+=st[0]}function We(){let e=we+I,t=Te+L,n=we,r=Te;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}y.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})}if(j.dataIdx==null){let e=j.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=X(e.prox),i=e.bias??=0;j.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??Y,u=l>=0&&l<Y,d=D.ori==0?I:L,f=j.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e=null,t=null,r;if(i==0||i==-1)for(r=o;e==null&&r-->0;)n.has(m[r])||(e=r);if(i==0||i==1)for(r=o;t==null&&r++<m.length;)n.has(m[r])||(t=r);if(e!=null||t!=null){if(u){let n=e==null?-1/0:ee(p[e],D,d,0),r=t==null?1/0:ee(p[t],D,d,0),i=f-n,a=r-f;i<=a?i<=l&&(c=e):a<=l&&(c=t)}else c=t==null?e:e==null?t:o-e<=t-o?e:t}}else u&&Gi(f-ee(p[o],D,d,0))>l&&(c=null);return c}}let Ge=e=>{j.event=e};j.idxs=se,j._lock=!1;let Ke=j.points;Ke.show=X(Ke.show),Ke.size=X(Ke.size),Ke.stroke=X(Ke.stroke),Ke.width=X(Ke.width),Ke.fill=X(Ke.fill);let qe=r.focus=Ma({},e.focus||{alpha:.3},j.focus),Je=qe.prox>=0,Ye=Je&&Ke.one,Xe=[],Ze=[],Qe=[];function $e(e,t){let n=Ke.show(r,t);if(n instanceof HTMLElement)return di(n,Mr),di(n,e.class),gi(n,-10,-10,I,L),m.insertBefore(n,Xe[t]),n}function et(e,t){if(i==1||t>0){let t=i==1&&b[e.scale].time,n=e.value;e.value=t?Ea(n)?ko(ne,Do(n,re)):n||oe:n||us,e.label=e.label||(t?Zo:Xo)}if(Ye||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||rc||la,e.fillTo=X(e.fillTo||Ds),e.pxAlign=+J(e.pxAlign,h),e.pxRound=Ms(e.pxAlign),e.stroke=X(e.stroke||null),e.fill=X(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=fs(Xi(1,e.width),1),n=e.points=Ma({},{size:t,width:Xi(1,t*.2),stroke:e.stroke,space:t*2,paths:ic,_stroke:null,_fill:null},e.points);n.show=X(n.show),n.filter=X(n.filter),n.fill=X(n.fill),n.stroke=X(n.stroke),n.paths=X(n.paths),n.pxAlign=e.pxAlign}if(M){let n=F(e,t);de.splice(t,0,n[0]),fe.splice(t,0,n[1]),A.values.push(null)}if(ce){se.splice(t,0,null);let n=null;Ye?t==0&&(n=$e(e,t)):t>0&&(n=$e(e,t)),Xe.splice(t,0,n),Ze.splice(t,0,0),Qe.splice(t,0,0)}Zn(`addSeries`,t)}function tt(e,t){t??=v.length,e=i==1?sc(e,t,Qo,_s):sc(e,t,{},gs),v.splice(t,0,e),et(v[t],t)}r.addSeries=tt;function nt(e){if(v.splice(e,1),M){A.values.splice(e,1),fe.splice(e,1);let t=de.splice(e,1)[0];xe(null,t.firstChild),t.remove()}ce&&(se.splice(e,1),Xe.splice(e,1)[0].remove(),Ze.splice(e,1),Qe.splice(e,1)),Zn(`delSeries`,e)}r.delSeries=nt;let rt=[!1,!1,!1,!1];function it(e,t){if(e._show=e.show,e.show){let n=e.side%2,i=b[e.scale];i??=(e.scale=n?v[1].scale:S,b[e.scale]);let a=i.time;e.size=X(e.size),e.space=X(e.space),e.rotate=X(e.rotate),Ca(e.incrs)&&e.incrs.forEach(e=>{!_a.has(e)&&_a.set(e,va(e))}),e.incrs=X(e.incrs||(i.distr==2?ro:a?_==1?_o:bo:io)),e.splits=X(e.splits||(a&&i.distr==1?ie:i.distr==3?ts:i.distr==4?ns:es)),e.stroke=X(e.stroke),e.grid.stroke=X(e.grid.stroke),e.ticks.stroke=X(e.ticks.stroke),e.border.stroke=X(e.border.stroke);let o=e.values;e.values=Ca(o)&&!Ca(o[0])?X(o):a?Ca(o)?wo(ne,Co(o,re)):Ea(o)?To(ne,o):o||ae:o||$o,e.filter=X(e.filter||(i.distr>=3&&i.log==10?cs:i.distr==3&&i.log==2?ls:ca)),e.font=gc(e.font),e.labelFont=gc(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(rt[t]=!0,e._el=mi(Dr,f))}}function at(e,t,n,r){let[i,a,o,s]=n,c=t%2,l=0;return c==0&&(s||a)&&(l=t==0&&!i||t==2&&!o?qi(Yo.size/3):0),c==1&&(i||o)&&(l=t==1&&!a||t==3&&!s?qi(ds.size/2):0),l}let ot=r.padding=(e.padding||[at,at,at,at]).map(e=>X(J(e,at))),st=r._padding=ot.map((e,t)=>e(r,t,rt,0)),ct,z=null,lt=null,ut=i==1?v[0].idxs:null,dt=null,ft=!1;function pt(e,n){if(t=e??[],r.data=r._data=t,i==2){ct=0;for(let e=1;e<v.length;e++)ct+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),dt=t[0],ct=dt.length;let e=t;if(O==2){e=t.slice();let n=e[0]=Array(ct);for(let e=0;e<ct;e++)n[e]=e}r._data=t=e}if(Vt(!0),Zn(`setData`),O==2&&(Ie=!0),n!==!1){let e=D;e.auto(r,ft)?mt():mn(S,e.min,e.max),Le||=j.left>=0,R=!0,Kt()}}r.setData=pt;function mt(){ft=!0;let e,n;i==1&&(ct>0?(z=ut[0]=0,lt=ut[1]=ct-1,e=t[0][z],n=t[0][lt],O==2?(e=z,n=lt):e==n&&(O==3?[e,n]=Mi(e,e,D.log,!1):O==4?[e,n]=Ni(e,e,D.log,!1):D.time?n=e+qi(86400/_):[e,n]=Ri(e,n,Pi,!0))):(z=ut[0]=e=null,lt=ut[1]=n=null)),mn(S,e,n)}let ht,gt,_t,vt,yt,bt,xt,St,Ct,wt;function Tt(e,t,n,r,i,a){e??=qr,n??=xa,r??=`butt`,i??=qr,a??=`round`,e!=ht&&(d.strokeStyle=ht=e),i!=gt&&(d.fillStyle=gt=i),t!=_t&&(d.lineWidth=_t=t),a!=yt&&(d.lineJoin=yt=a),r!=bt&&(d.lineCap=bt=r),n!=vt&&d.setLineDash(vt=n)}function Et(e,t,n,r){t!=gt&&(d.fillStyle=gt=t),e!=xt&&(d.font=xt=e),n!=St&&(d.textAlign=St=n),r!=Ct&&(d.textBaseline=Ct=r)}function Dt(e,t,n,i,a=0){if(i.length>0&&e.auto(r,ft)&&(t==null||t.min==null)){let t=J(z,0),r=J(lt,i.length-1),o=n.min==null?ji(i,t,r,a,e.distr==3):[n.min,n.max];e.min=Yi(e.min,n.min=o[0]),e.max=Xi(e.max,n.max=o[1])}}let B={min:null,max:null};function V(){for(let e in b){let t=b[e];k[e]==null&&(t.min==null||k[S]!=null&&t.auto(r,ft))&&(k[e]=B)}for(let e in b){let t=b[e];k[e]==null&&t.from!=null&&k[t.from]!=null&&(k[e]=B)}k[S]!=null&&Vt(!0);let e={};for(let t in k){let n=k[t];if(n!=null){let a=e[t]=ja(b[t],Oa);if(n.min!=null)Ma(a,n);else if(t!=S||i==2){if(ct==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=Y,a.max=-1/0}}}if(ct>0){v.forEach((n,a)=>{if(i==1){let i=n.scale,o=k[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],z=Ti(s.min,t[0]),lt=Ti(s.max,t[0]),lt-z>1&&(t[0][z]<s.min&&z++,t[0][lt]>s.max&&lt--),n.min=dt[z],n.max=dt[lt]}else n.show&&n.auto&&Dt(s,o,n,t[a],n.sorted);n.idxs[0]=z,n.idxs[1]=lt}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&Dt(u,k[o],r,c,r.sorted),d!=null&&Dt(d,k[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=k[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==Y?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=b[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?$i(i.min):e==4?na(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?$i(i.max):e==4?na(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){v.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)Ie=!0,Zn(`setScale`,e);ce&&j.left>=0&&(Le=R=!0)}for(let e in k)k[e]=null}function Ot(e){let t=ia(z-1,0,ct-1),n=ia(lt+1,0,ct-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<ct-1;)n++;return[t,n]}function kt(){if(ct>0){let e=v.some(e=>e._focus)&&wt!=qe.alpha;e&&(d.globalAlpha=wt=qe.alpha),v.forEach((e,n)=>{if(n>0&&e.show&&(At(n,!1),At(n,!0),e._paths==null)){let a=wt;wt!=e.alpha&&(d.globalAlpha=wt=e.alpha);let o=i==2?[0,t[n][0].length-1]:Ot(t[n]);e._paths=e.paths(r,n,o[0],o[1]),wt!=a&&(d.globalAlpha=wt=a)}}),v.forEach((e,t)=>{if(t>0&&e.show){let n=wt;wt!=e.alpha&&(d.globalAlpha=wt=e.alpha),e._paths!=null&&jt(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,z,lt,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,z,lt,a),jt(t,!0))}wt!=n&&(d.globalAlpha=wt=n),Zn(`drawSeries`,t)}}),e&&(d.globalAlpha=wt=1)}}function At(e,t){let n=t?v[e].points:v[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function jt(e,t){let n=t?v[e].points:v[e],{stroke:r,fill:i,clip:a,flags:o,_stroke:s=n._stroke,_fill:c=n._fill,_width:l=n.width}=n._paths;l=Z(l*K,3);let u=null,f=l%2/2;t&&c==null&&(c=l>0?`#fff`:s);let p=n.pxAlign==1&&f>0;if(p&&d.translate(f,f),!t){let e=Ae-l/2,t=je-l/2,n=Me+l,r=Ne+l;u=new Path2D,u.rect(e,t,n,r)}t?Nt(s,l,n.dash,n.cap,c,r,i,o,a):Mt(e,s,l,n.dash,n.cap,c,r,i,o,u,a),p&&d.translate(-f,-f)}function Mt(e,n,i,a,o,s,c,l,u,d,f){let p=!1;u!=0&&x.forEach((m,h)=>{if(m.series[0]==e){let e=v[m.series[1]],g=t[m.series[1]],_=(e._paths||ba).band;Ca(_)&&(_=m.dir==1?_[0]:_[1]);let y,b=null;e.show&&_&&zi(g,z,lt)?(b=m.fill(r,h)||s,y=e._paths.clip):_=null,Nt(n,i,a,o,b,c,l,u,d,f,y,_),p=!0}}),p||Nt(n,i,a,o,s,c,l,u,d,f)}function Nt(e,t,n,r,i,a,o,s,c,l,u,f){Tt(e,t,n,r,i),(c||l||f)&&(d.save(),c&&d.clip(c),l&&d.clip(l)),f?(s&3)==3?(d.clip(f),u&&d.clip(u),Ft(i,o),Pt(e,a,t)):s&ws?(Ft(i,o),d.clip(f),Pt(e,a,t)):s&Cs&&(d.save(),d.clip(f),u&&d.clip(u),Ft(i,o),d.restore(),Pt(e,a,t)):(Ft(i,o),Pt(e,a,t)),(c||l||f)&&d.restore()}function Pt(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{d.strokeStyle=ht=t,d.stroke(e)}):t!=null&&e&&d.stroke(t))}function Ft(e,t){t instanceof Map?t.forEach((e,t)=>{d.fillStyle=gt=t,d.fill(e)}):t!=null&&e&&d.fill(t)}function It(e,t,n,i){let a=y[e],o;if(i<=0)o=[0,0];else{let s=a._space=a.space(r,e,t,n,i);o=hc(t,n,a._incrs=a.incrs(r,e,t,n,i,s),i,s)}return a._found=o}function Lt(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;h==1&&d.translate(u,u),Tt(s,o,c,l,s),d.beginPath();let f,p,m,g,_=i+(r==0||r==3?-a:a);n==0?(p=i,g=_):(f=i,m=_);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?f=m=e[r]:p=g=e[r],d.moveTo(f,p),d.lineTo(m,g));d.stroke(),h==1&&d.translate(-u,-u)}function Rt(e){let t=!0;return y.forEach((n,i)=>{if(!n.show)return;let a=b[n.scale];if(a.min==null){n._show&&(t=!1,n._show=!1,Vt(!1));return}n._show||(t=!1,n._show=!0,Vt(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=It(i,c,l,s==0?I:L);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>dt[e]):p,h=a.distr==2?dt[p[1]]-dt[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=Ji(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function zt(e){let t=!0;return ot.forEach((n,i)=>{let a=n(r,i,rt,e);a!=st[i]&&(t=!1),st[i]=a}),t}function Bt(){for(let e=0;e<y.length;e++){let t=y[e];if(!t.show||!t._show)continue;let n=t.side,i=n%2,a,o,c=t.stroke(r,e),l=n==0||n==3?-1:1,[u,f]=t._found;if(t.label!=null){let s=t.labelGap*l,p=qi((t._lpos+s)*K);Et(t.labelFont[0],c,`center`,n==2?Hr:Ur),d.save(),i==1?(a=o=0,d.translate(p,qi(je+Ne/2)),d.rotate((n==3?-Wi:Wi)/2)):(a=qi(Ae+Me/2),o=p);let m=aa(t.label)?t.label(r,e,u,f):t.label;d.fillText(m,a,o),d.restore()}if(f==0)continue;let p=b[t.scale],m=i==0?Me:Ne,h=i==0?Ae:je,_=t._splits,v=p.distr==2?_.map(e=>dt[e]):_,x=p.distr==2?dt[_[1]]-dt[_[0]]:u,S=t.ticks,C=t.border,w=S.show?S.size:0,T=qi(w*K),E=qi((t.alignTo==2?t._size-w-t.gap:t.gap)*K),D=t._rotate*-Wi/180,O=g(t._pos*K),ee=O+(T+E)*l;o=i==0?ee:0,a=i==1?ee:0;let te=t.font[0];Et(te,c,t.align==1?Wr:t.align==2?Gr:D>0?Wr:D<0?Gr:i==0?`center`:n==3?Gr:Wr,D||i==1?`middle`:n==2?Hr:Ur);let k=t.font[1]*t.lineGap,ne=_.map(e=>g(s(e,p,m,h))),re=t._values;for(let e=0;e<re.length;e++){let t=re[e];if(t!=null){i==0?a=ne[e]:o=ne[e],t=``+t;let n=t.indexOf(`
`)==-1?[t]:t.split(/\n/gm);for(let e=0;e<n.length;e++){let t=n[e];D?(d.save(),d.translate(a,o+e*k),d.rotate(D),d.fillText(t,0,0),d.restore()):d.fillText(t,a,o+e*k)}}}S.show&&Lt(ne,S.filter(r,v,e,f,x),i,n,O,T,Z(S.width*K,3),S.stroke(r,e),S.dash,S.cap);let ie=t.grid;ie.show&&Lt(ne,ie.filter(r,v,e,f,x),i,i==0?2:1,i==0?je:Ae,i==0?Ne:Me,Z(ie.width*K,3),ie.stroke(r,e),ie.dash,ie.cap),C.show&&Lt([O],[1],+(i==0),i==0?1:2,i==1?je:Ae,i==1?Ne:Me,Z(C.width*K,3),C.stroke(r,e),C.dash,C.cap)}Zn(`drawAxes`)}function Vt(e){v.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let Ht=!1,Ut=!1,Wt=[];function Gt(){Ut=!1;for(let e=0;e<Wt.length;e++)Zn(...Wt[e]);Wt.length=0}function Kt(){Ht||=(Ra(Jt),!0)}function qt(e,t=!1){Ht=!0,Ut=t,e(r),Jt(),t&&Wt.length>0&&queueMicrotask(Gt)}r.batch=qt;function Jt(){if(Pe&&=(V(),!1),Ie&&=(Ve(),!1),Fe){if(q(p,Wr,we),q(p,Hr,Te),q(p,Br,I),q(p,Vr,L),q(m,Wr,we),q(m,Hr,Te),q(m,Br,I),q(m,Vr,L),q(f,Br,Se),q(f,Vr,Ce),u.width=qi(Se*K),u.height=qi(Ce*K),y.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i===3||i===0?n:0,a=i%2==1;q(e,a?`left`:`top`,r-t),q(e,a?`width`:`height`,n),q(e,a?`top`:`left`,a?Te:we),q(e,a?`height`:`width`,a?L:I),fi(e,Or)}else di(e,Or)}}),ht=gt=_t=yt=bt=xt=St=Ct=vt=null,wt=1,Fn(!0),we!=Ee||Te!=De||I!=Oe||L!=ke){Vt(!1);let e=I/Oe,t=L/ke;if(ce&&!Le&&j.left>=0){j.left*=e,j.top*=t,Qt&&gi(Qt,qi(j.left),0,I,L),$t&&gi($t,0,qi(j.top),I,L);for(let n=0;n<Xe.length;n++){let r=Xe[n];r!=null&&(Ze[n]*=e,Qe[n]*=t,gi(r,Ji(Ze[n]),Ji(Qe[n]),I,L))}}if(W.show&&!Re&&W.left>=0&&W.width>0){W.left*=e,W.width*=e,W.top*=t,W.height*=t;for(let e in Rn)q(dn,e,W[e])}Ee=we,De=Te,Oe=I,ke=L}Zn(`setSize`),Fe=!1}Se>0&&Ce>0&&(d.clearRect(0,0,u.width,u.height),Zn(`drawClear`),w.forEach(e=>e()),Zn(`draw`)),W.show&&Re&&(fn(W),Re=!1),ce&&Le&&(G(null,!0,!1),Le=!1),A.show&&A.live&&R&&(Mn(),R=!1),c||(c=!0,r.status=1,Zn(`ready`)),ft=!1,Ht=!1}r.redraw=(e,t)=>{Ie=t||!1,e===!1?Kt():mn(S,D.min,D.max)};function Yt(e,n){let i=b[e];if(i.from==null){if(ct==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(ct>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==S&&i.distr==2&&ct>0&&(n.min=Ti(n.min,t[0]),n.max=Ti(n.max,t[0]),n.min==n.max&&n.max++),k[e]=n,Pe=!0,Kt()}}r.setScale=Yt;let Xt,Zt,Qt,$t,en,tn,nn,rn,an,on,H,U,sn=!1,cn=j.drag,ln=cn.x,un=cn.y;ce&&(j.x&&(Xt=mi(Ar,m)),j.y&&(Zt=mi(jr,m)),D.ori==0?(Qt=Xt,$t=Zt):(Qt=Zt,$t=Xt),H=j.left,U=j.top);let W=r.select=Ma({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),dn=W.show?mi(kr,W.over?m:p):null;function fn(e,t){if(W.show){for(let t in e)W[t]=e[t],t in Rn&&q(dn,t,e[t]);t!==!1&&Zn(`setSelect`)}}r.setSelect=fn;function pn(e){if(v[e].show)M&&fi(de[e],Or);else if(M&&di(de[e],Or),ce){let t=Ye?Xe[0]:Xe[e];t!=null&&gi(t,-10,-10,I,L)}}function mn(e,t,n){Yt(e,{min:t,max:n})}function hn(e,t,n,a){t.focus!=null&&wn(e),t.show!=null&&v.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,pn(r),i==2?(mn(n.facets[0].scale,null,null),mn(n.facets[1].scale,null,null)):mn(n.scale,null,null),Kt())}),n!==!1&&Zn(`setSeries`,e,t),a&&nr(`setSeries`,r,e,t)}r.setSeries=hn;function gn(e,t){Ma(x[e],t)}function _n(e,t){e.fill=X(e.fill||null),e.dir=J(e.dir,-1),t??=x.length,x.splice(t,0,e)}function vn(e){e==null?x.length=0:x.splice(e,1)}r.addBand=_n,r.setBand=gn,r.delBand=vn;function yn(e,t){v[e].alpha=t,ce&&Xe[e]!=null&&(Xe[e].style.opacity=t),M&&de[e]&&(de[e].style.opacity=t)}let bn,xn,Sn,Cn={focus:!0};function wn(e){if(e!=Sn){let t=e==null,n=qe.alpha!=1;v.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&yn(a,i?1:qe.alpha)}}),Sn=e,n&&Kt()}}M&&Je&&be(Qr,P,e=>{j._lock||(Ge(e),Sn!=null&&hn(null,Cn,!0,$n.setSeries))});function Tn(e,t,n){let r=b[t];n&&(e=e/K-(r.ori==1?Te:we));let i=I;r.ori==1&&(i=L,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=r._max,s=e/i,c=a+(o-a)*s,l=r.distr;return l==3?Zi(10,c):l==4?ta(c,r.asinh):l==100?r.bwd(c):c}function En(e,n){return Ti(Tn(e,S,n),t[0],z,lt)}r.valToIdx=e=>Ti(e,t[0]),r.posToIdx=En,r.posToVal=Tn,r.valToPos=(e,t,n)=>b[t].ori==0?a(e,b[t],n?Me:I,n?Ae:0):o(e,b[t],n?Ne:L,n?je:0),r.setCursor=(e,t,n)=>{H=e.left,U=e.top,G(null,t,n)};function Dn(e,t){q(dn,Wr,W.left=e),q(dn,Br,W.width=t)}function On(e,t){q(dn,Hr,W.top=e),q(dn,Vr,W.height=t)}let kn=D.ori==0?Dn:On,An=D.ori==1?Dn:On;function jn(){if(M&&A.live)for(let e=+(i==2);e<v.length;e++){if(e==0&&me)continue;let t=A.values[e],n=0;for(let r in t)fe[e][n++].firstChild.nodeValue=t[r]}}function Mn(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{se[t]=e}):Ta(e.idx)||se.fill(e.idx),A.idx=se[0]),M&&A.live){for(let e=0;e<v.length;e++)(e>0||i==1&&!me)&&Nn(e,se[e]);jn()}R=!1,t!==!1&&Zn(`setLegend`)}r.setLegend=Mn;function Nn(e,n){let i=v[e],a=e==0&&O==2?dt:t[e],o;me?o=i.values(r,e,n)??he:(o=i.value(r,n==null?null:a[n],e,n),o=o==null?he:{_:o}),A.values[e]=o}function G(e,n,a){an=H,on=U,[H,U]=j.move(r,H,U),j.left=H,j.top=U,ce&&(Qt&&gi(Qt,qi(H),0,I,L),$t&&gi($t,0,qi(U),I,L));let o,s=z>lt;bn=Y,xn=null;let c=D.ori==0?I:L,l=D.ori==1?I:L;if(H<0||ct==0||s){o=j.idx=null;for(let e=0;e<v.length;e++){let t=Xe[e];t!=null&&gi(t,-10,-10,I,L)}Je&&hn(null,Cn,!0,e==null&&$n.setSeries),A.live&&(se.fill(o),R=!0)}else{let e,n,a;i==1&&(e=D.ori==0?H:U,n=Tn(e,S),o=j.idx=Ti(n,t[0],z,lt),a=ee(t[0][o],D,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<v.length;e++){let g=v[e],_=se[e],y=_==null?null:i==1?t[e][_]:t[e][1][_],x=j.dataIdx(r,e,o,n),S=x==null?null:i==1?t[e][x]:t[e][1][x];if(R=R||S!=y||x!=_,se[e]=x,e>0&&g.show){let n=x==null?-10:x==o?a:ee(i==1?t[0][x]:t[e][0][x],D,c,0),_=S==null?-10:te(S,i==1?b[g.scale]:b[g.facets[1].scale],l,0);if(Je&&S!=null){let t=D.ori==1?H:U,n=Gi(qe.dist(r,e,x,_,t));if(n<bn){let r=qe.bias;if(r!=0){let i=Tn(t,g.scale),a=S>=0?1:-1,o=i>=0?1:-1;o==a&&(o==1?r==1?S>=i:S<=i:r==1?S<=i:S>=i)&&(bn=n,xn=e)}else bn=n,xn=e}}if(R||Ye){let t,i;D.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=Ke.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=Ke.size(r,e);if(v=Ke.fill(r,e),g=Ke.stroke(r,e),Ye)e==xn&&bn<=qe.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=Xe[e];t!=null&&(Ze[e]=c,Qe[e]=l,bi(t,a,o,y),vi(t,v,g),gi(t,Ji(c),Ji(l),I,L))}}}}if(Ye){let e=qe.prox;if(R||(Sn==null?bn<=e:bn>e||xn!=Sn)){let e=Xe[0];e!=null&&(Ze[0]=s,Qe[0]=u,bi(e,d,f,p),vi(e,m,h),gi(e,Ji(s),Ji(u),I,L))}}}if(W.show&&sn){if(e!=null){let[t,n]=$n.scales,[r,i]=$n.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if(ln=s._x,un=s._y,ln||un){let{left:s,top:u,width:d,height:f}=e.select,p=e.scales[a].ori,m=e.posToVal,h,g,_,v,y,x=t!=null&&r(t,a),S=n!=null&&i(n,o);x&&ln?(p==0?(h=s,g=d):(h=u,g=f),_=b[t],v=ee(m(h,a),_,c,0),y=ee(m(h+g,a),_,c,0),kn(Yi(v,y),Gi(y-v))):kn(0,c),S&&un?(p==1?(h=s,g=d):(h=u,g=f),_=b[n],v=te(m(h,o),_,l,0),y=te(m(h+g,o),_,l,0),An(Yi(v,y),Gi(y-v))):An(0,l)}else zn()}else{let e=Gi(an-en),t=Gi(on-tn);if(D.ori==1){let n=e;e=t,t=n}ln=cn.x&&e>=cn.dist,un=cn.y&&t>=cn.dist;let n=cn.uni;n==null?cn.x&&cn.y&&(ln||un)&&(ln=un=!0):ln&&un&&(ln=e>=n,un=t>=n,!ln&&!un&&(t>e?un=!0:ln=!0));let r,i;ln&&(D.ori==0?(r=nn,i=H):(r=rn,i=U),kn(Yi(r,i),Gi(i-r)),un||An(0,l)),un&&(D.ori==1?(r=nn,i=H):(r=rn,i=U),An(Yi(r,i),Gi(i-r)),ln||kn(0,c)),!ln&&!un&&(kn(0,0),An(0,0))}}if(cn._x=ln,cn._y=un,e==null){if(a){if(er!=null){let[e,t]=$n.scales;$n.values[0]=e==null?null:Tn(D.ori==0?H:U,e),$n.values[1]=t==null?null:Tn(D.ori==1?H:U,t)}nr(Jr,r,H,U,I,L,o)}if(Je){let e=a&&$n.setSeries,t=qe.prox;Sn==null?bn<=t&&hn(xn,Cn,!0,e):bn>t?hn(null,Cn,!0,e):xn!=Sn&&hn(xn,Cn,!0,e)}}R&&(A.idx=o,Mn()),n!==!1&&Zn(`setCursor`)}let Pn=null;Object.defineProperty(r,"rect",{get(){return Pn??Fn(!1),Pn}});function Fn(e=!1){e?Pn=null:(Pn=m.getBoundingClientRect(),Zn(`syncRect`,Pn))}function In(e,t,n,r,i,a,o){j._lock||sn&&e!=null&&e.movementX==0&&e.movementY==0||(Ln(e,t,n,r,i,a,o,!1,e!=null),e==null?G(t,!0,!1):G(null,!0,!0))}function Ln(e,t,n,i,a,o,c,l,u){if(Pn??Fn(!1),Ge(e),e!=null)n=e.clientX-Pn.left,i=e.clientY-Pn.top;else{if(n<0||i<0){H=-10,U=-10;return}let[e,r]=$n.scales,c=t.cursor.sync,[l,u]=c.values,[d,f]=c.scales,[p,m]=$n.match,h=t.axes[0].side%2==1,g=D.ori==0?I:L,_=D.ori==1?I:L,v=h?o:a,y=h?a:o,x=h?i:n,S=h?n:i;if(n=d==null?x/v*g:p(e,d)?s(l,b[e],g,0):-10,i=f==null?S/y*_:m(r,f)?s(u,b[r],_,0):-10,D.ori==1){let e=n;n=i,i=e}}u&&(t==null||t.cursor.event.type==Jr)&&((n<=1||n>=I-1)&&(n=ma(n,I)),(i<=1||i>=L-1)&&(i=ma(i,L))),l?(en=n,tn=i,[nn,rn]=j.move(r,n,i)):(H=n,U=i)}let Rn={width:0,height:0,left:0,top:0};function zn(){fn(Rn,!1)}let Bn,Vn,Hn,Un;function Wn(e,t,n,i,a,o,s){sn=!0,ln=un=cn._x=cn._y=!1,Ln(e,t,n,i,a,o,s,!0,!1),e!=null&&(be(Xr,oi,Gn,!1),nr(Yr,r,nn,rn,I,L,null));let{left:c,top:l,width:u,height:d}=W;Bn=c,Vn=l,Hn=u,Un=d}function Gn(e,t,n,i,a,o,s){sn=cn._x=cn._y=!1,Ln(e,t,n,i,a,o,s,!1,!0);let{left:c,top:l,width:u,height:d}=W,f=u>0||d>0,p=Bn!=c||Vn!=l||Hn!=u||Un!=d;if(f&&p&&fn(W),cn.setScale&&f&&p){let e=c,t=u,n=l,r=d;if(D.ori==1&&(e=l,t=d,n=c,r=u),ln&&mn(S,Tn(e,S),Tn(e+t,S)),un)for(let e in b){let t=b[e];e!=S&&t.from==null&&t.min!=Y&&mn(e,Tn(n+r,e),Tn(n,e))}zn()}else j.lock&&(j._lock=!j._lock,G(t,!0,e!=null));e!=null&&(xe(Xr,oi),nr(Xr,r,H,U,I,L,null))}function Kn(e,t,n,r,i,a,o){if(j._lock)return;Ge(e);let s=sn;if(sn){let e=!0,t=!0,n,r;D.ori==0?(n=ln,r=un):(n=un,r=ln),n&&r&&(e=H<=10||H>=I-10,t=U<=10||U>=L-10),n&&e&&(H=H<nn?0:I),r&&t&&(U=U<rn?0:L),G(null,!0,!0),sn=!1}H=-10,U=-10,se.fill(null),G(null,!0,!0),s&&(sn=s)}function qn(e,t,n,i,a,o,s){j._lock||(Ge(e),mt(),zn(),e!=null&&nr($r,r,H,U,I,L,null))}function Jn(){y.forEach(_c),ze(r.width,r.height,!0)}Ci(ri,si,Jn);let Yn={};Yn.mousedown=Wn,Yn.mousemove=In,Yn.mouseup=Gn,Yn.dblclick=qn,Yn.setSeries=(e,t,n,i)=>{let a=$n.match[2];n=a(r,t,n),n!=-1&&hn(n,i,!0,!1)},ce&&(be(Yr,m,Wn),be(Jr,m,In),be(Zr,m,e=>{Ge(e),Fn(!1)}),be(Qr,m,Kn),be($r,m,qn),tc.add(r),r.syncRect=Fn);let Xn=r.hooks=e.hooks||{};function Zn(e,t,n){Ut?Wt.push([e,t,n]):e in Xn&&Xn[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)Xn[t]=(Xn[t]||[]).concat(e.hooks[t])});let Qn=(e,t,n)=>n,$n=Ma({key:null,setSeries:!1,filters:{pub:ua,sub:ua},scales:[S,v[1]?v[1].scale:null],match:[da,da,Qn],values:[null,null]},j.sync);$n.match.length==2&&$n.match.push(Qn),j.sync=$n;let er=$n.key,tr=Ss(er);function nr(e,t,n,r,i,a,o){$n.filters.pub(e,t,n,r,i,a,o)&&tr.pub(e,t,n,r,i,a,o)}tr.sub(r);function rr(e,t,n,r,i,a,o){$n.filters.sub(e,t,n,r,i,a,o)&&Yn[e](null,t,n,r,i,a,o)}r.pub=rr;function ir(){tr.unsub(r),tc.delete(r),ye.clear(),wi(ri,si,Jn),l.remove(),P?.remove(),Zn(`destroy`)}r.destroy=ir;function ar(){Zn(`init`,e,t),pt(t||e.data,!1),k[S]?Yt(S,k[S]):mt(),Re=W.show&&(W.width>0||W.height>0),Le=R=!0,ze(e.width,e.height)}return v.forEach(et),y.forEach(it),n?n instanceof HTMLElement?(n.appendChild(l),ar()):n(r,ar):ar(),r}vc.assign=Ma,vc.fmtNum=Hi,vc.rangeNum=Ri,vc.rangeLog=Mi,vc.rangeAsinh=Ni,vc.orient=Ts,vc.pxRatio=K,vc.join=La,vc.fmtDate=Xa,vc.tzDate=Qa,vc.sync=Ss;{vc.addGap=As,vc.clipGaps=ks;let e=vc.paths={points:Ws};e.linear=Js,e.stepped=Ys,e.bars=Zs,e.spline=$s}function yc(e){return new Map([...e].sort().map((e,t)=>[e,Math.min(t+1,8)]))}function bc(e){let t=Object.keys(e).sort(),n=t.length<=8?t:t.slice(0,7),r=t.slice(n.length),i=n.map((t,n)=>({name:t,colour:n+1,column:e[t]}));return r.length===0?i:[...i,{name:`${r.length} others`,colour:8,column:Sc(r.map(t=>e[t]))}]}function xc(e){let t;return e.map(e=>(t=t===void 0?e:Sc([t,e]),t))}function Sc(e){return e.reduce((e,t)=>e.map((e,n)=>{let r=t[n]??null;return e===null||r===null?null:e+r}))}var Cc=class{id;stack;chart;host;last;lines;resized=new ResizeObserver(()=>this.resize());constructor(e,t,n=!1){this.id=e,this.stack=n,this.lines=t,window.matchMedia(`(prefers-color-scheme: dark)`).addEventListener(`change`,()=>{if(this.chart!==void 0&&this.last!==void 0){let e=this.last;this.forget(),this.show(e)}})}show(e,t=this.lines){this.last=e;let n=document.getElementById(this.id);n===this.host&&Ac(t,this.lines)||(this.forget(),this.lines=t);let r=this.drawn(e);if(this.chart!==void 0){this.chart.setData(r);return}if(n===null||n.clientWidth===0||this.lines.length===0)return;this.host=n,this.resized.observe(n),n.tabIndex=0,n.addEventListener(`keydown`,this.steer);let i=(e,t)=>this.last?.[e]?.at(t??-1)??null;this.chart=new vc(jc(n,this.lines,this.stack,i),r,n)}drawn([e,...t]){return[e,...this.stack?xc(t):t]}steer=e=>{let t=this.chart,n=this.last?.[0]??[];if(t===void 0||n.length===0)return;if(e.key===`Escape`){t.setCursor({left:-10,top:-10});return}let r=Tc[e.key];if(r===void 0)return;e.preventDefault();let i=t.cursor.idx??n.length-1,a=Math.min(n.length-1,Math.max(0,i+r));t.setCursor({left:t.valToPos(n[a],`x`),top:0})};forget(){this.resized.disconnect(),this.host?.removeEventListener(`keydown`,this.steer),this.chart?.destroy(),this.chart=void 0,this.host=void 0}resize(){let e=this.host?.clientWidth??0;this.chart!==void 0&&e>0&&e!==this.chart.width&&this.chart.setSize({width:e,height:this.chart.height})}},wc=190,Tc={ArrowLeft:-1,ArrowRight:1,PageUp:-30,PageDown:30},Ec=60,Dc=new Intl.DateTimeFormat(`en-GB`,{timeStyle:`medium`});function Oc(e){return Dc.format(e*1e3)}function kc(e,t){let n=t??Date.now()/1e3;return[Math.min(e??n,n-Ec),n]}function Ac(e,t){return e.length===t.length&&e.every((e,n)=>e.label===t[n].label&&e.colour===t[n].colour)}function jc(e,t,n,r){let i=getComputedStyle(document.documentElement),a=e=>i.getPropertyValue(e).trim(),o={stroke:a(`--muted`),grid:{stroke:a(`--line`),width:1},ticks:{show:!1},font:`12px system-ui, sans-serif`},s=n||t.length===1;return{width:e.clientWidth,height:wc,padding:[10,26,0,0],legend:{live:!0},cursor:{y:!1,points:{size:7},sync:{key:`live`}},scales:{x:{range:(e,t,n)=>kc(t,n)},y:{range:(e,t,n)=>[0,Math.max(4,Math.ceil((n??0)*1.1))]}},axes:[{...o,size:28,space:70,values:(e,t)=>t.map(Oc)},{...o,size:48,space:40,incrs:[1,2,5,10,20,50,100,200,500,1e3,2e3,5e3,1e4,2e4,5e4,1e5,1e6]}],bands:n?t.slice(1).map((e,t)=>({series:[t+2,t+1]})):[],series:[{label:`at`,value:(e,t)=>t===null?`now`:Oc(t)},...t.map(({label:e,colour:t})=>({label:e,value:(e,t,n,i)=>le(r(n,i)),stroke:a(t),...s?{fill:a(`${t}-soft`)}:{},width:n?1:2,points:{show:!1}}))]}}function $(e,t,n,r=``,i=``){return S`<button
    type="button"
    class="figure ${r}"
    id=${i||T}
    data-meaning=${t}
    data-kind=${n.kind}
    data-n=${P(n.sampleSize)}
    data-at=${n.newestAt??``}
    >${e}</button
  >`}function Mc(e,t){return S`<span class="basis"
    >${t.kind} · n&nbsp;=&nbsp;${P(t.sampleSize)} ·
    ${me(R(e,t.newestAt))}</span
  >`}function Nc(e,t){let n=0;return S`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bar-rest" x="0" y="0" width="1000" height="10"></rect>
    ${e.map(e=>{let r=t===0?0:1e3*e.value/t,i=e.value>0?Math.max(r,3):0,a=C`<rect class=${e.className} x=${n} y="0" width=${i} height="10"></rect>`;return n+=i,a})}
  </svg>`}var Pc=10;function Fc(e,t){let n=t.retriesDistribution,r=Math.max(1,...(n??[]).map(e=>e.operations)),i=(n??[]).reduce((e,t)=>e+t.operations,0);return S`<section class="panel" aria-labelledby="retries-title">
    <h2 id="retries-title">Retries of an operation</h2>
    ${n===void 0?Nt(`how the retries are distributed`):n.length===0?S`<p class="empty">No operation had to try again.</p>`:S`<ol class="histogram">
            ${n.map(({retries:e,operations:n})=>S`<li>
                ${$(P(n),`Operations with ${Ic(e)}: ${de(n,i)} of those that had to try again.`,t)}
                ${Lc(n,r)}
                <span>${e}${e>=Pc?`+`:``}</span>
              </li>`)}
          </ol>`}
    ${Mc(e,t)}
  </section>`}function Ic(e){return e>=Pc?`${Pc} or more retries`:e===1?`1 retry`:`${e} retries`}function Lc(e,t){let n=e===0?0:Math.max(2,100*e/t);return S`<svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
    <rect x="0" y=${100-n} width="10" height=${n}></rect>
  </svg>`}function Rc(e,t){let n=t.byCauseAndCode?.map(({cause:e,code:t,failedAttempts:n})=>({label:t===`(none)`?F(e):`${F(e)} ${t}`,meaning:`Attempts that failed: ${F(e)}, ${t===`(none)`?`the store gave no code`:`code ${t}`}.`,failedAttempts:n}))??Object.entries(t.byCause).map(([e,t])=>({label:F(e),meaning:`Attempts that failed: ${F(e)}.`,failedAttempts:t}));return S`<section class="panel" aria-labelledby="causes-title">
    <h2 id="causes-title">Why attempts failed</h2>
    ${n.length===0?S`<p class="empty">No attempt has failed.</p>`:S`<ul class="bars">
          ${n.map(e=>S`<li>
              <span class="bar-label">${e.label}</span>
              ${$(P(e.failedAttempts),`${e.meaning} ${de(e.failedAttempts,t.failedAttempts)} of all failed attempts.`,t)}
              ${Nc([{value:e.failedAttempts,className:`part-rejected`}],t.failedAttempts)}
            </li>`)}
        </ul>`}
    ${zc(t)} ${Mc(e,t)}
  </section>`}function zc(e){let t=Object.entries(e.bySqlState);return t.length===0?T:S`<p class="note">
        By SQLSTATE:
        ${t.map(([t,n],r)=>S`${r>0?`, `:``}<code>${t}</code> ${$(P(n),`Failed attempts with SQLSTATE ${t}.`,e)}`)}
      </p>`}function Bc(e,t){let n=t.hotKeys,r=Math.max(1,...(n??[]).map(e=>e.conflicts));return S`<section class="panel" aria-labelledby="keys-title">
    <h2 id="keys-title">Hot keys</h2>
    ${n===void 0?Nt(`what is fought over most`):n.length===0?S`<p class="empty">Nothing is fought over.</p>`:S`<ul class="bars">
            ${n.map(e=>S`<li>
                <span class="bar-label"
                  >${e.kind===`SLOT`?S`<a class="slot-id" href=${L(`auctions`,e.key)}>${e.key}</a>`:S`<a class="slot-id" href=${L(`ledger`,`accounts`,e.key)}>${e.key}</a>`}
                  <small>${F(e.kind)}</small></span
                >
                ${$(P(e.conflicts),`Conflicted operations that touched this ${F(e.kind)}.`,t)}
                ${Nc([{value:e.conflicts,className:`part-rejected`}],r)}
              </li>`)}
          </ul>`}
    ${Mc(e,t)}
  </section>`}function Vc(e,t){return Uc(e,t,`workers`,`Workers`,t.byWorker.map(e=>[e.worker,e]))}function Hc(e,t){return Uc(e,t,`conflict-regions`,`Regions of the store`,Object.entries(t.byRegion))}function Uc(e,t,n,r,i){let a=e=>S`<th scope="col" class="number">${e}</th>`,o=(e,n)=>S`<td class="number">${$(P(e),n,t)}</td>`;return S`<section class="panel" aria-labelledby="${n}-title">
    <h2 id="${n}-title">${r}</h2>
    ${i.length===0?S`<p class="empty">No operation had trouble.</p>`:S`<table class="plain-table counts" id=${n}>
          <thead>
            <tr>
              <th scope="col"><span class="sr">Name</span></th>
              ${a(`conflicts`)} ${a(`retries`)} ${a(`gave up`)}
            </tr>
          </thead>
          <tbody>
            ${i.map(([e,t])=>S`<tr>
                <th scope="row">${e}</th>
                ${o(t.conflicts,`Operations of which an attempt lost; ${P(t.resolved)} of them came to their end.`)}
                ${o(t.retries,`Attempts after the first; ${P(t.failedAttempts)} attempts failed.`)}
                ${o(t.exhausted,`Operations that gave up; their slots stay in the log and are tried again.`)}
              </tr>`)}
          </tbody>
        </table>`}
    ${Mc(e,t)}
  </section>`}var Wc=class{host;id=`conflicts`;title=`Conflicts`;all=!1;chart=new Cc(`chart-contention`,[{label:`conflicts`,colour:`--outcome`},{label:`failed attempts`,colour:`--conflict`}]);constructor(e){this.host=e}enter(){}leave(){this.chart.forget()}render(){let{state:e}=this.host;return e.frame===void 0?jt(e):this.content(e,e.frame.conflicts)}rendered(){let e=Be(this.host.state);this.chart.show([e.seconds,e.conflicts,e.failedAttempts])}content(e,t){return S`${Kc(e,t)}
      <div class="columns wide-left">
        ${vn(e,t.recent,this.all,()=>{this.all=!0,this.host.show()})}
        <div class="stack">
          ${Gc()} ${Fc(e,t)} ${Rc(e,t)}
        </div>
      </div>
      <div class="trio">
        ${Bc(e,t)} ${Vc(e,t)} ${Hc(e,t)}
      </div>`}};function Gc(){return S`<section class="panel charts" aria-labelledby="contention-title">
    <h2 id="contention-title">Conflicts and failed attempts per second</h2>
    <div id="chart-contention" class="chart" role="img" aria-label="Conflicts and failed attempts per second over the last five minutes"></div>
    <span class="basis">derived · differences of cumulative counts, once a second</span>
  </section>`}function Kc(e,t){let n={...t,kind:`derived`};return S`<section class="panel conflicts" aria-labelledby="conflicts-title">
    <h2 id="conflicts-title">Contention on the truth store</h2>
    <dl class="stats">
      ${Jc(`conflicts`,P(t.conflicts),`Operations of which at least one attempt lost against somebody else.`,t,`conflicts-count`)}
      ${Jc(`retries`,P(t.retries),`Attempts after the first, over all operations that had trouble: ${t.averageRetries} on average.`,t,`conflicts-retries`)}
      ${Jc(`resolved`,P(t.resolved),`Conflicted operations that came to their end: committed, or found the slot settled.`,t,`conflicts-resolved`)}
      ${Jc(`resolution rate`,ue(t.resolutionRate),`${P(t.resolved)} resolved of ${P(t.conflicts)} conflicts; ${P(t.exhausted)} gave up, ${P(t.open)} are still trying. 100 % if there was none.`,t,`conflicts-rate`)}
      ${Jc(`attempts per commit`,Yc(t.attemptsPerCommit),`Retry amplification: attempts of all operations, with trouble or without, divided by commits. 1 would be no retry at all.`,n,`conflicts-amplification`)}
      ${Jc(`wasted work`,t.wastedWorkPercent==null?`–`:ue(t.wastedWorkPercent),`Failed attempts, as a share of all attempts: ${P(t.wastedAttempts??t.failedAttempts)} failed.`,n,`conflicts-wasted`)}
      ${Jc(`lost to waiting`,t.backoffMillisTotal===void 0?`–`:fe(t.backoffMillisTotal),`The sum of all backoffs before a further attempt, over all operations.`,t,`conflicts-backoff`)}
      ${Jc(`average retries`,le(t.averageRetries),`Attempts after the first, for each operation that had trouble.`,n)}
    </dl>
    ${qc(t)} ${Mc(e,t)}
  </section>`}function qc({backoff:e,...t}){if(e===void 0||e.p50Millis===null)return T;let n={...t,kind:`derived`,sampleSize:e.sampleSize},r=(e,t)=>$(fe(e),`${t} of the backoffs were at most this long.`,n);return S`<p class="note">
    One backoff: p50 ${r(e.p50Millis,`Half`)}, p95 ${r(e.p95Millis,`95 per cent`)},
    p99 ${r(e.p99Millis,`99 per cent`)}
  </p>`}function Jc(e,t,n,r,i=``){return S`<div>
    <dt>${e}</dt>
    <dd>${$(t,n,r,``,i)}</dd>
  </div>`}function Yc(e){return e==null?`–`:e.toFixed(2)}function Xc(e,t,n){let r=e===``?void 0:Ct(e),i=t===``?void 0:Ct(t);return e!==``&&r===void 0?{ok:!1,field:`from`,message:`From is no date and time such as 2026-03-01T10:00:00.`}:t!==``&&i===void 0?{ok:!1,field:`to`,message:`As of is no date and time such as 2026-03-01T10:00:00.`}:i!==void 0&&Date.parse(i)>n?{ok:!1,field:`to`,message:`As of lies in the future; the books only know what was.`}:r!==void 0&&Date.parse(r)>=(i===void 0?n:Date.parse(i))?{ok:!1,field:`from`,message:`From must be earlier than as of.`}:{ok:!0,range:{...r===void 0?{}:{from:r},...i===void 0?{}:{to:i}}}}function Zc(e,t){let n=t===void 0?void 0:ht(t);for(let t of e){let[e,r]=[ht(t.amount.amount),ht(t.balance?.amount??``)];if(e===void 0||r===void 0)return null;if(n!==void 0&&n+e!==r)return!1;n=r}return!0}function Qc(e){return[...new Set(e.map(e=>e.currency))].sort().map(t=>{let n=e.filter(e=>e.currency===t),r=_t(n.map(e=>e.sum));return{currency:t,lines:n,entries:n.reduce((e,t)=>e+t.entries,0),total:r,balanced:r!==void 0&&yt(r)}})}var $c=`1970-01-01T00:00:00Z`;function el(e,t){let n=t.page===1,r=e.next===null||e.next===void 0;return S`<section class="panel" aria-labelledby="statement-title">
    <div class="panel-head">
      <h2 id="statement-title">Statement</h2>
      <span class="aside"
        >${Date.parse(e.from)===Date.parse($c)?`from the beginning`:S`later than ${V(e.from)}`}
        up to ${V(e.to)} UTC</span
      >
    </div>
    <div id="statement">
      ${n?tl(`Opening balance`,`statement-opening`,e.opening):T}
      ${e.entries.length===0?S`<p class="empty">No entry was booked in this time.</p>`:nl(e.entries)}
      ${r?tl(`Closing balance`,`statement-closing`,e.closing):T}
      ${e.entries.length===0?T:S`<p class="note">
            ${kt(Zc(e.entries,n?e.opening.amount:void 0),`Each balance is the one before plus the entry.`,`A balance is NOT the one before plus the entry.`,`Whether the balances add up cannot be seen here.`)}
          </p>`}
    </div>
    ${At(t.page,!r,`the statement`,t.back,t.on)}
  </section>`}function tl(e,t,n){return S`<p class="balance-line"><span>${e}</span> <b id=${t}>${B(n)}</b></p>`}function nl(e){return Et(`Entries with running balances`,[{label:`Booked (UTC)`,cell:e=>V(e.bookedAt)},{label:`Entry`,cell:e=>F(e.kind)},{label:`Slot`,cell:e=>e.slotId===null||e.slotId===void 0?`–`:S`<a href=${L(`auctions`,e.slotId)}>${e.slotId}</a>`},{label:`Amount`,number:!0,cell:e=>B(e.amount)},{label:`Balance`,number:!0,cell:e=>e.balance===null||e.balance===void 0?`–`:B(e.balance)}],e,{rowClass:()=>`entry-row`})}function rl(e,t,n){return S`<section class="panel" id="account-settlements" aria-labelledby="trades-title">
    <h2 id="trades-title">Bought and sold</h2>
    ${t.items.length===0?S`<p class="empty">It has neither bought nor sold a slot.</p>`:Et(`Settlements of ${e}`,[{label:`Slot`,cell:e=>S`<a href=${L(`auctions`,e.slotId)}>${e.slotId}</a>`},{label:`With`,cell:t=>t.buyerId===e?S`bought from ${il(t.publisherId)}`:S`sold to ${il(t.buyerId)}`},{label:`Price`,number:!0,cell:e=>B(e.price)},{label:`Fee`,number:!0,cell:e=>B(e.fee)},{label:`Committed (UTC)`,number:!0,cell:e=>V(e.committedAt)}],t.items)}
    ${At(n.page,t.next!==null&&t.next!==void 0,`what was bought and sold`,n.back,n.on)}
    <p class="basis">measured · in order of time; a voided sale stays listed, its reversal is on the statement</p>
  </section>`}function il(e){return S`<a href=${L(`ledger`,`accounts`,e)}>${e}</a>`}var al=50,ol=1e4,sl=[[`Last hour`,36e5],[`Last day`,864e5]],cl=class{host;accountId=``;fromText=``;toText=``;range={};wrong;lines=new dt;trades=new dt;account;statement;settlements;constructor(e){this.host=e;let t=()=>e.show();this.account=new ut(e=>rt(ft(this.path(),{asOf:this.range.to}),e),ol,t),this.statement=new ut(e=>rt(ft(`${this.path()}/statement`,{...this.range,after:this.lines.after,limit:al}),e),ol,t),this.settlements=new ut(e=>rt(ft(`/v1/truth/settlements`,{account:this.accountId,after:this.trades.after,limit:al}),e),ol,t)}path(){return`/v1/truth/accounts/${encodeURIComponent(this.accountId)}`}start(e){e!==this.accountId&&(this.stop(),this.accountId=e,this.lines.first(),this.trades.first(),this.pollers.forEach(e=>e.reset())),this.pollers.forEach(e=>e.start())}stop(){this.pollers.forEach(e=>e.stop())}get pollers(){return[this.account,this.statement,this.settlements]}render(){let e=this.account.value;return e.state===`failed`&&e.error instanceof nt&&e.error.code===`UNKNOWN_ACCOUNT`?S`<section class="panel placeholder" id="account-unknown">
        <h2>There is no account ${this.accountId}</h2>
        <p>Nobody has defined it. An account that was paid before its definition shows once it is defined.</p>
      </section>`:S`${Pt(e,`account ${this.accountId}`,()=>this.account.refresh(),e=>this.head(e))}
    ${Pt(this.statement.value,`its statement`,()=>this.statement.refresh(),e=>el(e,{page:this.lines.page,back:()=>this.turn(this.statement,()=>this.lines.back()),on:()=>this.turn(this.statement,()=>this.lines.on(e.next))}))}
    ${Pt(this.settlements.value,`what it bought and sold`,()=>this.settlements.refresh(),e=>rl(this.accountId,e,{page:this.trades.page,back:()=>this.turn(this.settlements,()=>this.trades.back()),on:()=>this.turn(this.settlements,()=>this.trades.on(e.next))}))}`}head(e){let{balance:t,inOtherCurrencies:n,asOf:r}=e;return S`<section class="panel" id="account" aria-labelledby="account-title">
      <div class="panel-head">
        <h2 id="account-title">${e.name} <span class="quiet">${e.accountId}</span></h2>
        <span class="source">settlement-service</span>
      </div>
      ${Ot([[r==null?`balance now`:S`balance as of ${V(r)} UTC`,t==null?`none`:S`<span id="account-balance">${B(t)}</span>`],...(n??[]).map(e=>[`and`,B(e)]),[`type`,F(e.type)],[`currency`,e.currency],[`credit limit`,B({amount:e.creditLimit,currency:e.currency})]])}
      ${this.picker()}
    </section>`}picker(){let e=(e,t,n)=>S`<label class="labelled half"
        ><span>${t}</span>
        <input
          id="statement-${e}"
          type="datetime-local"
          step="1"
          .value=${n}
          aria-invalid=${this.wrong?.field===e?`true`:T}
          aria-describedby=${this.wrong?.field===e?`range-wrong`:T}
          @input=${t=>this.typed(e,t.target.value)}
      /></label>`;return S`<form class="form" id="statement-range" @submit=${this.submitted} novalidate>
        ${e(`from`,`Later than (UTC)`,this.fromText)} ${e(`to`,`As of, up to and including (UTC)`,this.toText)}
        <button class="do">Show</button>
        ${sl.map(([e,t])=>S`<button type="button" class="do second" @click=${()=>this.last(t)}>${e}</button>`)}
        <button type="button" class="do second" @click=${()=>this.last(void 0)}>All until now</button>
      </form>
      ${this.wrong===void 0?T:S`<p class="said wrong" id="range-wrong" role="alert">${this.wrong.message}</p>`}`}typed(e,t){e===`from`?this.fromText=t:this.toText=t}last(e){this.fromText=e===void 0?``:wt(new Date(Re(this.host.state)-e).toISOString()),this.toText=``,this.apply()}submitted=e=>{e.preventDefault(),this.apply()};apply(){let e=Xc(this.fromText,this.toText,Re(this.host.state));this.wrong=e.ok?void 0:e,e.ok&&(this.range=e.range,this.account.refresh(),this.turn(this.statement,()=>this.lines.first())),this.host.show()}turn(e,t){t(),e.refresh()}},ll=25,ul=1e4,dl=class{host;wanted=``;cursors=new dt;poller;constructor(e){this.host=e,this.poller=new ut(e=>rt(ft(`/v1/truth/accounts`,{after:this.cursors.after,limit:ll}),e),ul,()=>e.show())}start(){this.poller.start()}stop(){this.poller.stop()}render(){return S`${Pt(this.poller.value,`the accounts`,()=>this.poller.refresh(),e=>this.page(e))}`}page(e){return S`<section class="panel" aria-labelledby="accounts-title">
      <div class="panel-head">
        <h2 id="accounts-title">Accounts</h2>
        <span class="source">settlement-service</span>
      </div>
      <form class="form" @submit=${this.submitted}>
        <label class="labelled wide"
          ><span>Open an account by its id</span>
          <input id="account-id" autocomplete="off" spellcheck="false" maxlength="64" .value=${this.wanted} @input=${this.typed}
        /></label>
        <button class="do second" ?disabled=${this.wanted.trim()===``}>Open</button>
      </form>
      ${e.items.length===0?S`<p class="empty" id="ledger-accounts">No account has been defined yet.</p>`:fl(e.items)}
      ${At(this.cursors.page,e.next!==null&&e.next!==void 0,`the accounts`,()=>this.turn(()=>this.cursors.back()),()=>this.turn(()=>this.cursors.on(e.next)))}
    </section>`}turn(e){e(),this.poller.refresh()}typed=e=>{this.wanted=e.target.value,this.host.show()};submitted=e=>{e.preventDefault();let t=this.wanted.trim();t!==``&&this.host.go(L(`ledger`,`accounts`,t))}};function fl(e){return Et(`Accounts in order of their ids`,[{label:`Account`,cell:e=>S`<a href=${L(`ledger`,`accounts`,e.accountId)}>${e.accountId}</a>
            <span class="quiet">${e.name}</span>`},{label:`Type`,cell:e=>F(e.type)},{label:`Credit limit`,number:!0,cell:e=>B({amount:e.creditLimit,currency:e.currency})},{label:`Balance`,number:!0,cell:e=>e.balance===null||e.balance===void 0?S`<span class="quiet">on its statement</span>`:B(e.balance)}],e,{id:`ledger-accounts`,rowClass:()=>`account-row`})}var pl=[`SETTLED`,`REJECTED`,`UNSOLD`],ml=10;function hl(e,{overview:t}){let{settlements:n,money:r,recentSlots:i}=t,a=i.lines.filter(e=>pl.includes(e.state)).slice(0,ml);return S`<section class="panel" id="activity" aria-labelledby="activity-title">
    <div class="panel-head">
      <h2 id="activity-title">Settled last</h2>
      <span class="aside"
        >${$(P(n.settled),`Slots sold and committed.`,n)} settled,
        ${$(P(n.rejected),`Slots whose candidates could not pay.`,n)} rejected,
        ${$(P(n.unsold),`Slots recorded as unsold.`,n)} unsold,
        ${$(P(n.waiting),`Outcomes that wait for their settlement.`,n)} waiting</span
      >
    </div>
    ${Object.entries(r.byCurrency).map(([e,t])=>S`<p class="note">
        ${$(`${_e(t.price)} ${e}`,`Sum of the prices of all settled slots.`,r)} in
        ${P(t.settlements)} settlements, of which
        ${$(_e(t.fee),`What the exchange kept.`,r)} fee and
        ${$(_e(t.net),`What publishers got.`,r)} to publishers
      </p>`)}
    ${a.length===0?S`<p class="empty">No slot has been settled lately.</p>`:gl(e,a)}
    ${Mc(e,n)}
  </section>`}function gl(e,t){return Et(`Slots that were settled last`,[{label:`Slot`,cell:e=>S`<a href=${L(`auctions`,e.slotId)}>${e.slotId}</a>${e.name===null?T:S` <span class="quiet">${e.name}</span>`}`},{label:`State`,cell:e=>Ht(e.state)},{label:`Buyer`,cell:e=>e.winner===null?`–`:S`<a href=${L(`ledger`,`accounts`,e.winner)}>${e.winner}</a>`},{label:`Price`,number:!0,cell:e=>e.price===null?`–`:B({amount:e.price,currency:e.currency??``})},{label:`When`,number:!0,cell:t=>S`<span class="quiet">${me(R(e,t.lastAt))}</span>`}],t,{rowClass:()=>`settlement-row`})}var _l={LEDGER_SUMS_TO_ZERO:`All entries of a currency sum to zero.`,POSTINGS_SUM_TO_ZERO:`So do the entries of each posting, in one currency.`,BALANCES_ARE_SUMS_OF_ENTRIES:`Each guarded balance is the sum of its account’s entries.`,SETTLED_SLOTS_HAVE_ONE_SETTLEMENT:`Each slot decided as settled has one settlement; no other slot has one.`,SETTLEMENTS_HAVE_ONE_SALE:`Each settlement has the three entries of its sale; there are no others.`,PRICES_ARE_FEE_AND_NET:`Each price is its fee and its net.`,VOIDS_MIRROR_SALES:`Each voided slot has entries that mirror its sale, once; no other slot has any.`};function vl(e,t){return S`<section class="panel" id="trial-balance" data-holds=${e.holds?`true`:`false`} aria-labelledby="trial-title">
    <div class="panel-head">
      <h2 id="trial-title">Trial balance and reconciliation</h2>
      ${kt(e.holds,`the books agree`,`the books do NOT agree`)}
      <button type="button" class="plain" id="reconcile" @click=${t}>Check again</button>
    </div>
    ${e.trialBalance.length===0?S`<p class="empty">Nothing has been booked yet: a ledger without entries sums to zero.</p>`:S`<div class="trials">${Qc(e.trialBalance).map(yl)}</div>`}
    <h3>Promises, checked over every row</h3>
    <ul class="promises">
      ${e.checks.map(bl)}
    </ul>
    <p class="basis">
      measured · one snapshot, ${V(e.asOf)} UTC, read in ${fe(e.tookMillis)} ·
      settlement-service
    </p>
  </section>`}function yl({currency:e,lines:t,entries:n,total:r,balanced:i}){return S`<div class="trial" data-currency=${e}>
    ${Et(`Sums of all entries in ${e} by type of account`,[{label:`${e}, accounts`,cell:e=>F(e.accountType)},{label:`Entries`,number:!0,cell:e=>P(e.entries)},{label:`Sum`,number:!0,cell:t=>B({amount:t.sum,currency:e})}],t,{foot:[[`All`,P(n),S`${r===void 0?`not known`:B({amount:r,currency:e})} ${kt(i,`zero`,`NOT zero`)}`]]})}
  </div>`}function bl(e){return S`<li data-check=${e.check} class=${e.holds?``:`broken`}>
    ${kt(e.holds,`holds`,`broken`)}
    <div>
      <p>${_l[e.check]??F(e.check)}</p>
      <p class="quiet">
        ${P(e.rows)} rows looked at, ${P(e.violations)} break it
      </p>
      ${e.examples.length===0?T:S`<ul class="examples">
            ${e.examples.map(e=>S`<li>${e}</li>`)}
          </ul>`}
    </div>
  </li>`}var xl=class{host;id=`ledger`;title=`Settlements and ledger`;accountId;accounts;account;report;constructor(e){this.host=e,this.accounts=new dl(e),this.account=new cl(e),this.report=new ut(e=>rt(`/v1/truth/reconciliation`,e),0,()=>e.show())}enter(e){this.accountId=e[0]===`accounts`?e[1]:void 0,this.accountId===void 0?(this.account.stop(),this.accounts.start(),this.report.start()):(this.accounts.stop(),this.report.stop(),this.account.start(this.accountId))}leave(){this.accounts.stop(),this.report.stop(),this.account.stop()}render(){let{state:e}=this.host;return this.accountId===void 0?S`${e.frame===void 0?jt(e):hl(e,e.frame)}
    ${Pt(this.report.value,`the reconciliation`,this.again,e=>vl(e,this.again))}
    ${this.accounts.render()}`:S`<a class="back" href=${L(`ledger`)}>← All accounts</a> ${this.account.render()}`}again=()=>this.report.refresh()},Sl={BIDS_ADD_UP:`Every bid is accounted for`,OUTCOMES_ADD_UP:`Every outcome is settled, rejected or waiting`,LEDGER_SUMS_TO_ZERO:`The ledger sums to zero`,BALANCES_ARE_SUMS_OF_ENTRIES:`Every balance is the sum of its entries`};function Cl(e){return Sl[e]??F(e)}function wl(e,{reconciliation:t}){return S`<section class="panel checks" aria-labelledby="checks-title">
    <h2 id="checks-title">Do the sums come out?</h2>
    ${t===void 0||t.checks.length===0?Nt(`whether the sums come out`):S`<ul>
            ${t.checks.map(n=>Tl(e,n,t))}
          </ul>
          ${Mc(e,t)}`}
  </section>`}function Tl(e,t,n){let[r,i]=t.holds===null?[`unknown`,`not known`]:t.holds?[`holds`,`holds`]:[`broken`,`broken`],a={...n,newestAt:t.checkedAt};return S`<li class="check ${r}">
    <div class="check-head">
      <b>${Cl(t.name)}</b>
      ${$(i,t.why,a,`badge ${r}`,`check-${t.name.toLowerCase()}`)}
    </div>
    <p>${t.why}</p>
    ${t.holds===null||t.left===``?T:S`<p class="compared">
          <span>${ve(t.left)}</span>
          <i aria-label=${t.holds?`is`:`is not`}>${t.holds?`=`:`≠`}</i>
          <span>${ve(t.right)}</span>
          ${!t.holds&&t.difference!==null?S`<b>difference ${ve(t.difference)}</b>`:T}
        </p>`}
    ${t.checkedAt===null?T:S`<span class="age">checked ${me(R(e,t.checkedAt))}</span>`}
  </li>`}var El={WRITE_UNITS:`DynamoDB write units`,TRUTH_ROWS:`DSQL rows written`,TRUTH_COMMITS:`DSQL commits`};function Dl(e,t){return S`<section class="panel cost" aria-labelledby="cost-title">
    <h2 id="cost-title">What 10,000 bids cost</h2>
    ${t===void 0?Nt(`what the bids cost`):Ol(e,t)}
  </section>`}function Ol(e,t){let{actual:n,counterfactual:r}=t,i=n.perTenThousandBids.map(e=>e.name).filter(e=>e!==`TOTAL`),a=e=>({...t,kind:e.kind}),o=(e,t)=>[n,r].map(n=>S`<td class="number">${$(e(n),t(n),a(n))}</td>`);return S`${kl(t)}
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="sr">Per 10,000 bids</span></th>
          <th scope="col" class="number">as built <span class="kind">${n.kind}</span></th>
          <th scope="col" class="number">every bid a row <span class="kind">${r.kind}</span></th>
        </tr>
      </thead>
      <tbody>
        ${i.map(e=>S`<tr>
            <th scope="row">${El[e]??F(e)}</th>
            ${o(t=>jl(t,e),n=>`${El[e]??F(e)} per 10,000 bids; at list prices ${Ml(n,e,t)}.`)}
          </tr>`)}
        <tr>
          <th scope="row">until a bid is durable</th>
          ${o(e=>Pl(e.latencyMillis),()=>`Mean time until one bid is durable this way.`)}
        </tr>
        <tr>
          <th scope="row">conflicts</th>
          ${o(e=>le(e.conflictsPerTenThousandBids),e=>e.conflictsWhy)}
        </tr>
      </tbody>
    </table>
    <p class="note">${t.why}</p>
    ${t.prices.length===0?T:S`<p class="note">List prices: ${t.prices.map(Nl).join(`; `)}.</p>`}
    ${Mc(e,t)}`}function kl(e){let t=Al(e.actual,`TOTAL`)?.cost??null,n=Al(e.counterfactual,`TOTAL`)?.cost??null,[r,i]=[Number(t??0),Number(n??0)],a=r>0&&i>0?i/r:null,o=Math.max(r,i),s=(t,n,r,i,a,s)=>S`<div class="total">
      <p>
        <b>${$(n===null?`–`:`${_e(n)} ${Fl(e)}`,a,{...e,kind:s.kind})}</b>
        <span>${t}</span>
      </p>
      ${Nc([{value:r,className:i}],o)}
    </div>`;return S`<div class="totals">
    ${s(`as built`,t,r,`part-settled`,`Measured counts times list prices, for 10,000 bids.`,e.actual)}
    ${s(`if every bid were a row in the truth store`,n,i,`part-rejected`,`Derived: the same bids, each one row and one commit in the truth store, at the same list prices.`,e.counterfactual)}
    ${a===null?T:S`<p class="factor">${$(`${le(a)}×`,`The second total divided by the first.`,{...e,kind:`derived`},``,`cost-factor`)} <span>the price</span></p>`}
  </div>`}function Al(e,t){return e.perTenThousandBids.find(e=>e.name===t)}function jl(e,t){let n=Al(e,t)?.count??null;return n===null?`–`:n<10?le(n):P(n)}function Ml(e,t,n){let r=Al(e,t)?.cost??null;return r===null?`not known`:`${_e(r)} ${Fl(n)}`}function Nl({unit:e,price:t,currency:n}){return e.startsWith(n)?`${_e(t)} ${e}`:`${_e(t)} ${n} per ${e}`}function Pl(e){return e===null||e>=100?fe(e):`${le(e)} ms`}function Fl(e){return e.prices[0]?.currency??``}function Il({coverage:e}){let t=Object.entries(e.unreadable).map(([e,t])=>`${P(t)} on ${e}`),n=[t.length===0?``:`Records that could not be read: ${t.join(`, `)}.`,e.cutShort===0?``:`${P(e.cutShort)} unfinished slots or operations did not fit.`,...e.notKnown??[]].filter(e=>e!==``);return e.exact&&n.length===0?T:S`<div class="caution" role="note">
    <p>The totals lack something. ${n.join(` `)}</p>
  </div>`}function Ll({coverage:e}){let{since:t,fromTruthStore:n}=e;if(t===void 0||n===void 0)return T;let r=Object.entries(t).map(([e,t])=>`${e} ${t===null?`from the beginning`:`since ${ge(t)}`}`);return S`<p class="note origins">
    ${r.length===0?T:S`Counted from the topics: ${r.join(`, `)}.`}
    ${n.length===0?T:S`Completed from the truth store: ${n.join(`, `)}.`}
  </p>`}function Rl(e,{overview:t,conflicts:n}){let{bids:r,rate:i,outcomes:a}=t,o=a.awarded+a.unsold;return S`<section class="flow" aria-label="From bids to settlements">
    ${Hl(e,t)}
    <div class="pipe traffic">
      ${Vl(zl(i.bidsPerSecond),7)}
      <p>
        ${$(o===0?`–`:le(r.received/o),`Bids received for each auction that was decided: so much traffic becomes one outcome.`,{...r,kind:`derived`},`rate`,`bids-per-outcome`)}
        <span>bids to one outcome</span>
      </p>
    </div>
    ${Ul(e,t)}
    <div class="pipe truth">
      ${Vl(t.settlements.waiting>0||Bl(e,t.settlements.newestAt)?2:0,2)}
      <p>
        ${$(P(t.settlements.waiting),`Outcomes that have no settlement yet. They wait in the log; none is lost.`,t.settlements,t.settlements.waiting>0?`rate waiting`:`rate`,`settlements-waiting`)}
        <span>waiting${Gl(e,t)}</span>
      </p>
      <p class="loop ${Bl(e,n.newestAt)?`turning`:``}">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M19.5 12a7.5 7.5 0 1 1-2.6-5.7M17.5 2.5v4.2h-4.2"></path></svg>
        ${$(P(n.conflicts),`Operations of which an attempt lost against somebody else, and was tried again: ${ue(n.resolutionRate)} of them came to their end.`,n,``,`conflicts-on-the-way`)}
        <a href=${L(`conflicts`)}>conflicts</a>
      </p>
    </div>
    ${Wl(e,t)}
  </section>`}function zl(e){return e===null||e<=0?0:Math.min(5,1+Math.floor(Math.log10(Math.max(1,e))))}function Bl(e,t){let n=R(e,t);return n!==null&&n<5}function Vl(e,t){return S`<svg
    class="lanes level-${e}"
    viewBox="0 0 200 80"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${Array.from({length:t},(e,n)=>{let r=40+(n-(t-1)/2)*64/Math.max(3,t);return C`<line class="lane lane-${n%4}" x1="0" y1=${r} x2="200" y2=${r}></line>`})}
  </svg>`}function Hl(e,{bids:t,slots:n}){let r=Object.entries(t.rejected),i=r.reduce((e,[,t])=>e+t,0),a=r.map(([e,t])=>`${F(e)} ${P(t)}`).join(`, `);return S`<article class="station traffic">
    <h2>Bids</h2>
    <p class="big">
      ${$(P(t.received),`Bids received before their slot’s close marker. Received = counted + duplicate + rejected.`,t,``,`bids-received`)}
    </p>
    ${Nc([{value:t.counted,className:`part-counted`},{value:t.duplicate,className:`part-duplicate`},{value:i,className:`part-rejected`}],t.received)}
    <dl class="split">
      ${Kl(`key-counted`,`counted`,$(P(t.counted),`Valid bids that took part in their auction.`,t))}
      ${Kl(`key-duplicate`,`duplicate`,$(P(t.duplicate),`Exact repeats of a bid: counted once, without effect.`,t))}
      ${Kl(`key-rejected`,`rejected`,$(P(i),`Bids that did not count${a===``?``:`: ${a}`}.`,t))}
      ${Kl(`key-late`,`late`,$(P(t.late),`Bids behind the close marker: answered and counted apart.`,t))}
    </dl>
    <p class="note">
      ${$(P(n.open),`Slots whose auction is still open.`,n)} slots open,
      ${$(P(n.closed),`Slots whose close marker has been read.`,n)} closed
    </p>
    ${Mc(e,t)}
  </article>`}function Ul(e,{outcomes:t}){let n=t.awarded+t.unsold;return S`<article class="station outcome">
    <h2>Outcomes</h2>
    <p class="big">
      ${$(P(n),`Auctions decided: the winner is a pure function of the bids before the close marker.`,t,``,`outcomes-total`)}
    </p>
    ${Nc([{value:t.awarded,className:`part-awarded`},{value:t.unsold,className:`part-duplicate`}],n)}
    <dl class="split">
      ${Kl(`key-awarded`,`awarded`,$(P(t.awarded),`Auctions with a winner.`,t))}
      ${Kl(`key-duplicate`,`unsold`,$(P(t.unsold),`Auctions without any valid bid.`,t))}
    </dl>
    ${Mc(e,t)}
  </article>`}function Wl(e,{settlements:t,money:n}){let r=t.settled+t.rejected+t.unsold;return S`<article class="station truth">
    <h2>Settlements</h2>
    <p class="big">
      ${$(P(t.settled),`Slots sold and committed: exactly one settlement each, with its ledger entries.`,t,``,`settlements-settled`)}
    </p>
    ${Nc([{value:t.settled,className:`part-settled`},{value:t.rejected,className:`part-rejected`},{value:t.unsold,className:`part-duplicate`}],r)}
    <dl class="split">
      ${Kl(`key-settled`,`settled`,$(P(t.settled),`Sold and paid.`,t))}
      ${Kl(`key-rejected`,`rejected`,$(P(t.rejected),`No candidate could pay.`,t))}
      ${Kl(`key-duplicate`,`unsold`,$(P(t.unsold),`Recorded as unsold.`,t))}
    </dl>
    ${Object.entries(n.byCurrency).map(([e,t])=>S`<p class="note">
        ${$(`${_e(t.price)} ${e}`,`Sum of the prices of all settled slots.`,n)}
        settled, fee ${$(_e(t.fee),`The exchange’s part of it, in ${e}.`,n)}
      </p>`)}
    ${Mc(e,t)}
  </article>`}function Gl(e,{settlements:t}){let n=R(e,t.oldestWaitingSince);return n===null?``:`, oldest ${n<1?me(n):pe(n)}`}function Kl(e,t,n){return S`<div class=${e}>
    <dt>${t}</dt>
    <dd>${n}</dd>
  </div>`}var ql=[{name:`p50`,of:`Half`,key:`p50Millis`},{name:`p95`,of:`95 per cent`,key:`p95Millis`},{name:`p99`,of:`99 per cent`,key:`p99Millis`}];function Jl(e,t){let{latency:n,closeToSettled:r}=t,i=[{label:`close → outcome`,what:`from a slot’s close marker to its outcome`,figures:n?.closeToOutcome},{label:`outcome → settled`,what:`from an outcome to its committed settlement`,figures:n?.outcomeToSettled},{label:`close → settled`,what:`from a slot’s close marker to its committed settlement`,figures:n?.closeToSettled??r}],a=Math.max(1,...i.map(e=>e.figures?.p99Millis??0));return S`<section class="panel latency" aria-labelledby="latency-title">
    <h2 id="latency-title">How long it takes</h2>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="sr">Way</span></th>
          ${ql.map(({name:e})=>S`<th scope="col" class="number">${e}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${i.map(e=>Yl(e,a))}
      </tbody>
    </table>
    ${Mc(e,n?.closeToSettled??r)}
  </section>`}function Yl({label:e,what:t,figures:n},r){return S`<tr>
      <th scope="row">${e}</th>
      ${ql.map(({of:e,key:r})=>S`<td class="number">
          ${n===void 0?`–`:$(fe(n[r]),`${e} of the times ${t} were at most this long.`,n)}
        </td>`)}
    </tr>
    <tr class="drawn" aria-hidden="true">
      <td colspan="4">${Xl(n,r)}</td>
    </tr>`}function Xl(e,t){let n=e=>`${100*(e??0)/t}%`;return S`<svg class="marks">
    ${[...ql].reverse().map(({name:t,key:r})=>C`<rect class=${t} x="0" y="0" width=${n(e?.[r])} height="100%"></rect>`)}
  </svg>`}var Zl=100,Ql=28;function $l(e,t){let n=Math.max(t,...e.map(e=>e??0)),r=e.length<2?0:Zl/(e.length-1);return e.flatMap((e,t)=>e===null?[]:[`${(t*r).toFixed(1)},${(27-25*e/n).toFixed(1)}`]).join(` `)}function eu(e,t){return S`<svg class="spark" viewBox="0 0 ${Zl} ${Ql}" preserveAspectRatio="none" aria-hidden="true">
    <polyline points=${$l(e,t)}></polyline>
  </svg>`}var tu=10;function nu({overview:e,conflicts:t},n){let r=`over the last ${tu} seconds`,i=(e,t,n,i,a,o)=>{let s=De(i,tu);return{id:e,label:t,tone:n,meaning:`${a}, ${r}.`,column:i,perSecond:s,evidence:ru(o,s)}};return S`<dl class="pulse">
    ${[{...i(`bids-rate`,`bids in`,`traffic`,n.bids,`Bids per second as the evaluators reported them`,e.bids),perSecond:e.rate.bidsPerSecond,evidence:e.rate},i(`outcomes-rate`,`outcomes`,`outcome`,n.outcomes,`Auctions decided per second`,e.outcomes),i(`settlements-rate`,`settlements`,`truth`,n.settlements,`Slots per second that came to their end in the truth store: settled, rejected or unsold`,e.settlements),i(`conflicts-per-second`,`conflicts`,`conflict`,n.conflicts,`Operations per second of which an attempt lost against somebody else`,t)].map(iu)}
  </dl>`}function ru(e,t){return{...e,kind:`derived`,sampleSize:Math.round((t??0)*tu)}}function iu(e){return S`<div class="tile ${e.tone}">
    <dt>${e.label}<span class="unit">per second</span></dt>
    <dd>${$(le(e.perSecond),e.meaning,e.evidence,``,e.id)}</dd>
    <dd class="line">${eu(e.column.slice(-90),4)}</dd>
  </div>`}function au(e,{store:t}){return S`<section class="panel" aria-labelledby="lag-title">
    <h2 id="lag-title">How far the stores are behind</h2>
    ${t===void 0?Nt(`how far the stores are behind`):S`<dl class="stats">
            ${su(`records to write`,cu(t.lagRecords),`Records of the log that are not yet in the traffic store.`,t,`lag-records`)}
            ${su(`oldest of them`,lu(t.oldestUnwrittenSeconds),`How long the oldest record that is not yet written has waited.`,t)}
            ${su(`hot slots`,cu(t.hotSlots),`Slots whose bids come so fast that they are written to more than one key.`,t)}
            ${su(`oldest waiting outcome`,lu(t.oldestWaitingOutcomeSeconds??0),`How long ago the oldest outcome without a settlement was closed; none if none waits.`,t)}
          </dl>
          ${Mc(e,t)}`}
  </section>`}function ou(e,{ledger:t}){return S`<section class="panel" aria-labelledby="ledger-title">
    <h2 id="ledger-title">The ledger</h2>
    ${t===void 0?Nt(`what the ledger holds`):S`<dl class="stats">
            ${su(`entries`,cu(t.entries),`Rows of the ledger: each moves an amount into or out of one account.`,t)}
            ${su(`postings`,cu(t.postings),`Groups of entries that sum to zero, one for each thing that happened.`,t)}
            ${su(`voided`,cu(t.voided),`Slots whose sale was undone by a further posting; nothing is ever deleted.`,t)}
            ${su(`disputed`,cu(t.disputed),`Slots with a dispute on record.`,t)}
          </dl>
          ${Mc(e,{...t,newestAt:t.checkedAt})}`}
  </section>`}function su(e,t,n,r,i=``){return S`<div>
    <dt>${e}</dt>
    <dd>${$(t,n,r,``,i)}</dd>
  </div>`}function cu(e){return e===null?`–`:P(e)}function lu(e){return e===null?`–`:e===0?`none`:e<1?`< 1 s`:pe(e)}var uu=class{host;id=`overview`;title=`Overview`;bids=new Cc(`chart-bids`,[{label:`bids/s`,colour:`--traffic`}]);truth=new Cc(`chart-truth`,[{label:`outcomes`,colour:`--outcome`},{label:`settlements`,colour:`--truth`}]);conflicts=new Cc(`chart-conflicts`,[{label:`failed attempts/s`,colour:`--conflict`}]);constructor(e){this.host=e}enter(){}leave(){this.bids.forget(),this.truth.forget(),this.conflicts.forget()}render(){let{state:e}=this.host;return e.frame===void 0?jt(e):du(e,e.frame)}rendered(){let e=Be(this.host.state);this.bids.show([e.seconds,e.bids]),this.truth.show([e.seconds,e.outcomes,e.settlements]),this.conflicts.show([e.seconds,e.failedAttempts])}};function du(e,t){let{overview:n}=t;return S`${Ve(t)?fu():T} ${Il(n)}
    ${nu(t,Be(e))} ${Rl(e,t)}
    <div class="trio">
      <div class="stack">${wl(e,n)}</div>
      <div class="stack">${Jl(e,n)} ${au(e,n)} ${ou(e,n)}</div>
      ${Dl(e,t.cost)}
    </div>
    ${pu()} ${Ll(n)}`}function fu(){return S`<section class="panel placeholder">
    <h2>Nothing has been traded yet</h2>
    <p>
      Run <code>./exchange demo</code>, or open a slot and send it a bid: the figures below move
      within a second, without reloading.
    </p>
  </section>`}function pu(){return S`<section class="panel charts" aria-labelledby="charts-title">
    <h2 id="charts-title">The last minutes</h2>
    <div class="chart-row">
      ${mu(`chart-bids`,`Bids per second`)}
      ${mu(`chart-truth`,`Outcomes and settlements per second`)}
      ${mu(`chart-conflicts`,`Failed attempts per second`)}
    </div>
    <span class="basis">derived · differences of cumulative counts, once a second</span>
  </section>`}function mu(e,t){return S`<div>
    <h3>${t}</h3>
    <div id=${e} class="chart" role="img" aria-label="${t} over the last five minutes"></div>
  </div>`}var hu=class{host;name;changed;text=``;wrong=``;chosen;constructor(e,t,n){this.host=e,this.name=t,this.changed=n}get instant(){return this.chosen}reset(){this.text=``,this.wrong=``,this.chosen=void 0}render(){let e=`${this.name}-as-of`;return S`<form class="form as-of" novalidate @submit=${this.submitted}>
        <label class="labelled"
          ><span>As it was at (UTC)</span>
          <input
            id=${e}
            type="datetime-local"
            step="1"
            .value=${this.text}
            aria-invalid=${this.wrong===``?T:`true`}
            @input=${e=>{this.text=e.target.value}}
        /></label>
        <button class="do second">Look back</button>
        ${this.chosen===void 0?T:S`<button type="button" class="do" @click=${this.now}>Back to now</button>`}
      </form>
      ${this.wrong===``?T:S`<p class="said wrong" role="alert">${this.wrong}</p>`}
      ${this.chosen===void 0?T:S`<p class="note past" role="status">You look at the past, as it was at ${xt(this.chosen)} UTC.</p>`}`}submitted=e=>{e.preventDefault();let t=Ct(this.text);t===void 0?this.say(`Choose a date and a time first.`):Date.parse(t)>Re(this.host.state)?this.say(`That lies in the future; only the past is known.`):(this.wrong=``,this.chosen=t,this.changed())};now=()=>{this.reset(),this.changed()};say(e){this.wrong=e,this.host.show()}},gu=2e3;function _u(e,t){let n={};for(let{name:r,min:i,max:a,default:o}of e.parameters){let e=(t[r]??String(o)).trim(),s=Number(e);if(!/^\d{1,6}$/.test(e)||s<i||s>a)return{ok:!1,field:r,message:`${r} must be a whole number from ${i} to ${a}; it is "${e}".`};n[r]=s}return{ok:!0,value:n}}function vu(e,t){let[n,r,i]=[t.actor,t.note,t.assignee].map(e=>e.trim());return n===``?{ok:!1,field:`actor`,message:`Say who you are: the history names who did what.`}:n.length>128?{ok:!1,field:`actor`,message:`Your name must have at most 128 characters.`}:e===`ASSIGNED`&&i===``?{ok:!1,field:`assignee`,message:`Say whom it is assigned to.`}:i.length>128?{ok:!1,field:`assignee`,message:`The assignee must have at most 128 characters.`}:e===`NOTED`&&r===``?{ok:!1,field:`note`,message:`Write the note first.`}:r.length>2e3?{ok:!1,field:`note`,message:`The note must have at most ${gu} characters; it has ${r.length}.`}:{ok:!0,value:{type:e,actor:n,...r===``?{}:{note:r},...e===`ASSIGNED`?{assignee:i}:{}}}}var yu={ACKNOWLEDGED:`Acknowledge`,ASSIGNED:`Assign`,NOTED:`Add note`,RESOLVED:`Resolve`,REOPENED:`Reopen`};function bu(){if(typeof crypto.randomUUID==`function`)return crypto.randomUUID();let e=crypto.getRandomValues(new Uint8Array(16));e[6]=e[6]&15|64,e[8]=e[8]&63|128;let t=[...e].map(e=>e.toString(16).padStart(2,`0`)).join(``);return[t.slice(0,8),t.slice(8,12),t.slice(12,16),t.slice(16,20),t.slice(20)].join(`-`)}var xu=class{make;last;constructor(e=bu){this.make=e}of(e){let t=JSON.stringify(e);return this.last?.content!==t&&(this.last={id:this.make(),content:t}),this.last.id}forget(){this.last=void 0}},Su=[`OPEN`,`ACKNOWLEDGED`,`RESOLVED`],Cu=15,wu=3e3,Tu=class{host;state=``;cursors=new dt;poller;asOf;constructor(e){this.host=e,this.asOf=new hu(e,`incidents`,()=>this.turn(()=>this.cursors.first())),this.poller=new ut(e=>rt(ft(`/v1/incidents`,{state:this.state,asOf:this.asOf.instant,after:this.cursors.after,limit:Cu}),e),wu,()=>e.show())}start(){this.poller.start()}stop(){this.poller.stop()}summary(){let e=z(this.poller.value);if(e===void 0||this.asOf.instant!==void 0)return T;let[t,n]=[e.counts.OPEN??0,e.counts.ACKNOWLEDGED??0];return S`<p class="incident-summary ${t>0?`urgent`:``}">
      ${t+n===0?`No incident waits for anybody.`:S`<span><b>${P(t)}</b> open ${t===1?`incident`:`incidents`}, <b>${P(n)}</b> acknowledged.</span>`}
      <button type="button" class="plain" @click=${Eu}>To the incidents</button>
    </p>`}render(){return Pt(this.poller.value,`the incidents`,()=>this.poller.refresh(),e=>this.page(e))}page(e){return S`<section class="panel" id="incidents" aria-labelledby="incidents-title">
      <div class="panel-head">
        <h2 id="incidents-title" tabindex="-1">Incidents</h2>
        <div class="choice" role="group" aria-label="Which incidents">
          ${this.choice(``,`All`,e)} ${Su.map(t=>this.choice(t,F(t),e))}
        </div>
      </div>
      ${e.incidents.length===0?this.empty():this.table(e.incidents)}
      ${At(this.cursors.page,e.next!==null&&e.next!==void 0,`the incidents`,()=>this.turn(()=>this.cursors.back()),()=>this.turn(()=>this.cursors.on(e.next)))}
      ${this.asOf.render()}
    </section>`}choice(e,t,n){let r=e===``?Object.values(n.counts).reduce((e,t)=>e+t,0):n.counts[e]??0;return S`<button
      type="button"
      aria-pressed=${this.state===e?`true`:`false`}
      @click=${()=>{this.state=e,this.turn(()=>this.cursors.first())}}
    >
      ${t} ${P(r)}
    </button>`}empty(){return S`<p class="empty">
      ${this.state===``?`No incident: no conflict storm, hot slot, stalled settlement, dead letter or failed reconciliation was seen.`:`No incident is ${F(this.state)}.`}
    </p>`}table(e){return Et(`Incidents`,[{label:`Incident`,cell:e=>S`<a href=${L(`reliability`,`incidents`,e.incidentId)}>${e.title}</a>
              <span class="quiet">${F(e.kind)}</span>`},{label:`State`,cell:e=>Du(e)},{label:`Assigned to`,cell:e=>e.assignee??`–`},{label:`Opened`,number:!0,cell:e=>this.age(e.openedAt)},{label:`Last event`,number:!0,cell:e=>this.age(e.lastAt)}],e,{rowClass:()=>`incident`})}age(e){return S`<span class="quiet" title=${e}>${me(R(this.host.state,e))}</span>`}turn(e){e(),this.poller.refresh(),this.host.show()}};function Eu(){document.getElementById(`incidents`)?.scrollIntoView({block:`start`}),document.getElementById(`incidents-title`)?.focus({preventScroll:!0})}function Du(e){return S`<span class="badge incident-${e.state.toLowerCase()}">${F(e.state)}</span>${e.version>1?S` <span class="quiet">${e.version} events</span>`:T}`}var Ou=3e3,ku=`exchange.actor`,Au=class{host;incidentId=``;typed={actor:Pu(),note:``,assignee:``};said;sending=!1;ids=new xu;asOf;poller;constructor(e){this.host=e,this.asOf=new hu(e,`incident`,()=>{this.said=void 0,this.poller.refresh(),e.show()}),this.poller=new ut(e=>rt(ft(this.path(),{asOf:this.asOf.instant}),e),Ou,()=>e.show())}path(){return`/v1/incidents/${encodeURIComponent(this.incidentId)}`}start(e){e!==this.incidentId&&(this.poller.stop(),this.poller.reset(),this.asOf.reset(),this.incidentId=e,this.said=void 0,this.ids.forget(),this.typed={...this.typed,note:``,assignee:``}),this.poller.start()}stop(){this.poller.stop()}render(){return S`<a class="back" href=${L(`reliability`)}>← All proofs and incidents</a>
      ${this.isBeforeItsTime()?this.before():this.found()}`}isBeforeItsTime(){let{value:e}=this.poller,t=e.state===`failed`||e.state===`stale`?e.error:void 0;return this.asOf.instant!==void 0&&t instanceof nt&&t.status===404}before(){return S`<section class="panel" id="incident-before" aria-labelledby="incident-before-title">
      <h2 id="incident-before-title">This incident had not been opened by then</h2>
      ${this.asOf.render()}
    </section>`}found(){return S`${Pt(this.poller.value,`this incident`,()=>this.poller.refresh(),e=>this.page(e))}`}page(e){return S`<section class="panel" id="incident" data-state=${e.state} data-version=${e.version} aria-labelledby="incident-title">
        <div class="panel-head">
          <h2 id="incident-title">${e.title}</h2>
          ${Du(e)}
        </div>
        ${Ot([[`kind`,F(e.kind)],[`subject`,ju(e)],[`assigned to`,e.assignee??`nobody`],[`opened (UTC)`,V(e.openedAt)],[`last event (UTC)`,V(e.lastAt)]])}
        ${this.asOf.render()}
      </section>
      ${this.asOf.instant===void 0?this.actions(e):T}
      <section class="panel" aria-labelledby="incident-events-title">
        <h2 id="incident-events-title">What happened</h2>
        ${Nu(e.events??[])}
      </section>`}actions(e){let t=e.allowed.filter(e=>e!==`OPENED`);return S`<section class="panel" id="incident-actions" aria-labelledby="incident-actions-title">
      <h2 id="incident-actions-title">What to do</h2>
      <form class="form" novalidate @submit=${e=>e.preventDefault()}>
        ${this.field(`actor`,`Your name`,128)}
        ${t.includes(`ASSIGNED`)?this.field(`assignee`,`Assign to`,128):T}
        <label class="labelled wide"
          ><span>Note</span>
          <textarea
            id="incident-note"
            rows="2"
            maxlength=${gu}
            .value=${this.typed.note}
            aria-invalid=${this.said?.field===`note`?`true`:T}
            @input=${e=>this.type(`note`,e.target.value)}
          ></textarea>
        </label>
        <div class="buttons">
          ${t.map(e=>S`<button
                type="button"
                class="do ${e===`NOTED`||e===`ASSIGNED`?`second`:``}"
                data-type=${e}
                ?disabled=${this.sending}
                @click=${()=>void this.send(e)}
              >
                ${yu[e]}
              </button>`)}
        </div>
      </form>
      ${t.length===0?S`<p class="empty">Nothing can be done in this state.</p>`:T}
      ${this.said===void 0?T:S`<p id="incident-said" class="said ${this.said.wrong?`wrong`:`right`}" role=${this.said.wrong?`alert`:`status`}>
            ${this.said.text}
          </p>`}
    </section>`}field(e,t,n){return S`<label class="labelled"
      ><span>${t}</span>
      <input
        id="incident-${e}"
        maxlength=${n}
        autocomplete=${e===`actor`?`name`:`off`}
        .value=${this.typed[e]}
        aria-invalid=${this.said?.field===e?`true`:T}
        @input=${t=>this.type(e,t.target.value)}
    /></label>`}type(e,t){this.typed={...this.typed,[e]:t}}async send(e){let t=vu(e,this.typed);if(!t.ok){this.said={text:t.message,wrong:!0,field:t.field},this.host.show(),document.getElementById(`incident-${t.field}`)?.focus();return}Fu(t.value.actor);let n=this.incidentId,r=this.ids.of({incidentId:n,...t.value});this.sending=!0,this.said=void 0,this.host.show();let i;try{await it(`POST`,`${this.path()}/events`,{eventId:r,...t.value}),this.ids.forget(),i={text:`Done: ${yu[e].toLowerCase()}.`,wrong:!1}}catch(e){i={text:this.explain(e),wrong:!0}}this.sending=!1,n===this.incidentId&&(this.said=i,i.wrong||(this.typed={...this.typed,note:``,assignee:``}),this.poller.refresh()),this.host.show()}explain(e){return e instanceof nt?e.status===0?`${e.message} Whether it arrived is not known; pressed again, it happens once.`:e.status>=500?`${e.message} Pressed again, it happens once.`:(this.ids.forget(),e.status===409?`Somebody else was first, or it is not possible in this state: ${e.message} What is shown is the state now.`:e.message):at(e)}};function ju({kind:e,subject:t}){let n={HOT_SLOT:L(`auctions`,t),CONFLICT_STORM:L(`conflicts`),STALLED_SETTLEMENT:L(`overview`),FAILED_RECONCILIATION:L(`ledger`),DEAD_LETTER:void 0}[e];return n===void 0?S`${t}`:S`<a href=${n}>${t}</a>`}var Mu={OPENED:`opened it`,ACKNOWLEDGED:`acknowledged it`,ASSIGNED:`assigned it`,NOTED:`noted`,RESOLVED:`resolved it`,REOPENED:`reopened it`};function Nu(e){return e.length===0?S`<p class="empty">It had not been opened by then.</p>`:S`<ol class="happenings" id="incident-events">
        ${e.map(e=>S`<li data-type=${e.type}>
            <b>${e.actor}</b> ${Mu[e.type]}${e.assignee===null||e.assignee===void 0?T:S` to <b>${e.assignee}</b>`}
            <span class="quiet">${V(e.at)} UTC, event ${e.version}</span>
            ${e.note===null||e.note===void 0?T:S`<p class="note-text">${e.note}</p>`}
          </li>`)}
      </ol>`}function Pu(){try{return window.localStorage.getItem(ku)??``}catch{return``}}function Fu(e){try{window.localStorage.setItem(ku,e)}catch{}}var Iu=1.5;function Lu(e){return e.flatMap(e=>e?.timeline.map(e=>e.endedAtMillis)??[]).reduce((e,t)=>Math.max(e,t),1)}function Ru(e,t){let n=e=>Gu(Iu+(100-2*Iu)*Wu(e,t)/t);return{millis:t,ticks:Hu(t).map(e=>({x:n(e),label:Uu(e)})),lanes:[...e].sort((e,t)=>e.beganAtMillis-t.beganAtMillis||Ku(e.worker,t.worker)).map(e=>{let t=n(e.beganAtMillis);return{worker:e.worker,begin:t,width:Gu(n(e.endedAtMillis)-t),end:e.end,marks:e.attempts.map(e=>({x:n(e.atMillis),waitWidth:Gu(n(e.atMillis+e.backoffMillis)-n(e.atMillis)),attempt:e.attempt,code:e.code,backoffMillis:e.backoffMillis})),story:Vu(e)}})}}var zu={COMMITTED:`committed`,ALREADY_SETTLED:`found it settled and stopped`,REJECTED:`was rejected`,GAVE_UP:`gave up`,FAILED:`failed`};function Bu(e){return zu[e]}function Vu(e){let t=e.attempts.map(e=>{let t=e.backoffMillis>0?`, waited ${e.backoffMillis} ms`:``;return`attempt ${e.attempt} ${e.code}${t}, `}),n=Math.round(e.endedAtMillis-e.beganAtMillis);return`${e.worker}: ${t.join(``)}${zu[e.end]} after ${n} ms`}function Hu(e){let t=e/5,n=10**Math.floor(Math.log10(t)),r=[1,2,5,10].map(e=>e*n).find(e=>e>=t),i=[];for(let t=0;t<=e;t+=r)i.push(t);return i}function Uu(e){return e<1e3?`${Number(e.toFixed(2))} ms`:`${Number((e/1e3).toFixed(2))} s`}function Wu(e,t){return Math.min(Math.max(e,0),t)}function Gu(e){return Math.round(e*100)/100}function Ku(e,t){return e.localeCompare(t,`en`,{numeric:!0})}var qu=12,Ju=18,Yu=26;function Xu(e,t){if(e.timeline.length===0)return S`<p class="empty">No timeline was kept.</p>`;let n=Ru(e.timeline,t),r=n.lanes.length*qu+Ju;return S`<div class="lanes-box" tabindex="0" role="group" aria-label="Timeline of ${P(n.lanes.length)} workers">
      <svg class="proof-lanes" height=${r} role="img" aria-label=${Zu(e)}>
        ${n.ticks.map(e=>Qu(e,r))} ${n.lanes.map($u)}
      </svg>
    </div>
    ${td(n)}`}function Zu(e){let t=new Map;for(let n of e.timeline)t.set(n.end,(t.get(n.end)??0)+1);return[...t].map(([e,t])=>`${t} ${Bu(e)}`).join(`, `)}function Qu(e,t){let n=e.x>90?`end`:e.x<5?`start`:`middle`;return C`<line class="grid" x1=${`${e.x}%`} x2=${`${e.x}%`} y1=${14} y2=${t}></line>
    <text class="tick" x=${`${e.x}%`} y="10" text-anchor=${n}>${e.label}</text>`}function $u(e,t){let n=Ju+t*qu;return C`<g data-meaning=${`${e.story}.`}>
    <rect class="reach" x="0" y=${n} width="100%" height=${qu}></rect>
    <rect class=${`run ${ed(e.end)}`} x=${`${e.begin}%`} y=${n+3} width=${`${Math.max(e.width,.4)}%`} height=${6} rx="2"></rect>
    ${e.marks.map(e=>C`<rect class="waited" x=${`${e.x}%`} y=${n+4} width=${`${e.waitWidth}%`} height=${4}></rect>
        <circle class="lost" cx=${`${e.x}%`} cy=${n+qu/2} r="3"></circle>`)}
    <circle class=${`end ${ed(e.end)}`} cx=${`${e.begin+e.width}%`} cy=${n+qu/2} r="3.5"></circle>
  </g>`}function ed(e){return e.toLowerCase().replaceAll(`_`,`-`)}function td(e){let t=[...new Set(e.lanes.map(e=>e.end))].sort(),n=e.lanes.some(e=>e.marks.length>0);return S`<p class="ends">
    <span>${P(e.lanes.length)} lanes${e.lanes.length>Yu?`, scroll for all`:``}</span>
    ${t.map(e=>S`<span><i class=${ed(e)}></i>${Bu(e)}</span>`)}
    ${n?S`<span><i class="lost"></i>failed attempt, then waited</span>`:T}
  </p>`}function nd(e){return S`<p class="sentence">${e.sentence}</p>
    ${e.guarded===null&&e.unguarded===null?T:rd(e)}`}function rd(e){let t=Lu([e.guarded,e.unguarded]);return S`<div class="sides">
      ${id(`guarded`,`As it is`,e.guarded,t)} ${id(`unguarded`,`With the guard removed`,e.unguarded,t)}
      <div class="measured">${ad(e)}</div>
    </div>`}function id(e,t,n,r){return n===null?S`<div class="side ${e}">
      <h3>${t}</h3>
      <p class="empty">It was not run.</p>
    </div>`:S`<div class="side ${e}" data-holds=${n.holds?`true`:`false`}>
    <h3>${t}</h3>
    <p class="guard">${n.guard}</p>
    <p>
      ${n.guarded?kt(n.holds,`holds`,`does NOT hold`):kt(!n.holds,`fails without it, as it must`,`holds even without it`)}
    </p>
    <p>${n.sentence}</p>
    ${Xu(n,r)}
  </div>`}function ad({guarded:e,unguarded:t}){let n=od(e,t);return n.length===0?T:Et(`What was measured, with the guard and without it`,[{label:`Measured`,cell:e=>e.label},{label:`As it is`,number:!0,cell:e=>sd(e.guarded)},{label:`Guard removed`,number:!0,cell:e=>sd(e.unguarded)}],n)}function od(e,t){let n=new Map;for(let[r,i]of[[`guarded`,e],[`unguarded`,t]])for(let e of i?.figures??[]){let t=n.get(e.name)??{label:e.label,guarded:void 0,unguarded:void 0};t[r]=e,n.set(e.name,t)}return[...n.values()]}function sd(e){return e===void 0?`–`:e.text!==null&&e.text!==void 0?e.unit===`money`&&/^-?\d+(\.\d+)?( [A-Z]{3})?$/.test(e.text)?_e(e.text):e.text:e.value===null||e.unit===`money`?`–`:e.unit===`milliseconds`?fe(e.value):P(e.value)}var cd=1e3,ld=1e4,ud=10,dd=class{host;typed=new Map;said=new Map;sending=new Set;cursors=new dt;proofs;runs;seen=``;timer;constructor(e){this.host=e,this.proofs=new ut(e=>rt(`/v1/proofs`,e),0,()=>{this.follow(),this.askAgainSoon(),e.show()}),this.runs=new ut(e=>rt(ft(`/v1/proofs/runs`,{after:this.cursors.after,limit:ud}),e),0,()=>e.show())}start(){this.proofs.start(),this.runs.start()}stop(){window.clearTimeout(this.timer),this.proofs.stop(),this.runs.stop()}askAgainSoon(){let e=(z(this.proofs.value)?.kinds??[]).some(e=>e.running!==null||e.queued>0);window.clearTimeout(this.timer),document.hidden||(this.timer=window.setTimeout(()=>this.proofs.refresh(),e?cd:ld))}follow(){let e=(z(this.proofs.value)?.kinds??[]).map(e=>[e.running,e.queued,e.last?.runId,e.last?.state].join(` `)).join();if(e!==this.seen){let t=this.seen===``;this.seen=e,t||this.runs.refresh()}}render(){return S`${Pt(this.proofs.value,`the proofs`,()=>this.proofs.refresh(),e=>this.cards(e))}
    ${Pt(this.runs.value,`former runs`,()=>this.runs.refresh(),e=>this.former(e))}`}cards(e){return S`${e.enabled?T:S`<p class="caution" role="note" id="proofs-off">
          Proofs cannot be run here: ${e.whyNot??`an operator has not enabled them.`}
        </p>`}
      <div class="proofs">${e.kinds.map(t=>this.card(t,e.enabled))}</div>`}card(e,t){let n=`proof-${e.kind}`;return S`<section class="panel proof" data-kind=${e.kind} data-running=${e.running??``} aria-labelledby=${n}>
      <div class="panel-head">
        <h2 id=${n}>${e.title}</h2>
        ${e.last?.holds===null||e.last?.holds===void 0?T:kt(e.last.holds,`proved`,`not proved`)}
      </div>
      <p class="question">${e.question}</p>
      <p class="note"><b>Guard:</b> ${e.guard}</p>
      ${t&&e.available?this.form(e):this.unavailable(e,t)}
      <div class="last">${this.last(e)}</div>
    </section>`}unavailable(e,t){return t?S`<p class="note why-not">It cannot be run here: ${e.whyNot??`no reason is given.`}</p>`:T}form(e){let t=this.said.get(e.kind),n=this.sending.has(e.kind);return S`<form class="form" novalidate @submit=${t=>this.run(t,e)}>
        ${e.parameters.map(({name:n,min:r,max:i,default:a,meaning:o})=>S`<label class="labelled" title=${o}
              ><span>${n}, ${r} to ${i}</span>
              <input
                name=${n}
                type="number"
                inputmode="numeric"
                min=${r}
                max=${i}
                step="1"
                .value=${this.typed.get(e.kind)?.[n]??String(a)}
                aria-invalid=${t?.field===n?`true`:T}
                @input=${t=>this.type(e.kind,n,t.target.value)}
            /></label>`)}
        <button class="do run" ?disabled=${n}>Run</button>
        <p class="proof-progress" role="status">${fd(e)}</p>
      </form>
      ${t===void 0?T:S`<p class="said ${t.wrong?`wrong`:`right`}" role=${t.wrong?`alert`:`status`}>${t.text}</p>`}`}last(e){let{last:t}=e;return t===null?S`<p class="empty">It has not been run here yet.</p>`:S`<h3>
        Last run, ${V(t.finishedAt??t.requestedAt)} UTC
        <a href=${L(`reliability`,`proofs`,t.runId)}>on a page of its own</a>
      </h3>
      ${Kt([t.runId,t.state],()=>nd(t))}`}type(e,t,n){this.typed.set(e,{...this.typed.get(e),[t]:n})}async run(e,t){e.preventDefault();let n=t.kind,r=_u(t,this.typed.get(n)??{});if(!r.ok)this.said.set(n,{text:r.message,wrong:!0,field:r.field}),this.host.show();else{this.sending.add(n),this.said.delete(n),this.host.show();try{await it(`POST`,`/v1/proofs/${n}/runs`,r.value)}catch(e){this.said.set(n,{text:at(e),wrong:!0})}this.sending.delete(n),this.proofs.refresh(),this.runs.refresh(),this.host.show()}}former(e){return S`<section class="panel" id="proof-runs" aria-labelledby="proof-runs-title">
      <h2 id="proof-runs-title">Runs</h2>
      ${e.runs.length===0?S`<p class="empty">No proof has been run yet.</p>`:pd(e.runs)}
      ${At(this.cursors.page,e.next!==null&&e.next!==void 0,`the runs`,()=>this.turn(()=>this.cursors.back()),()=>this.turn(()=>this.cursors.on(e.next)))}
    </section>`}turn(e){e(),this.runs.refresh()}};function fd(e){if(e.running===null&&e.queued===0)return T;let t=e.queued===0?``:`${e.queued} in the queue`;return S`<span class=${e.running===null?`queued`:`running`}
    >${[e.running===null?``:`Running now`,t].filter(e=>e!==``).join(`, `)}</span
  >`}function pd(e){return Et(`Runs of proofs, newest first`,[{label:`Asked for (UTC)`,cell:e=>S`<a href=${L(`reliability`,`proofs`,e.runId)}>${V(e.requestedAt)}</a>`},{label:`Proof`,cell:e=>F(e.kind)},{label:`With`,cell:e=>md(e)},{label:`Result`,cell:hd},{label:`In words`,cell:e=>e.sentence}],e,{rowClass:()=>`proof-run`})}function md(e){let t=Object.entries(e.parameters).map(([e,t])=>e===`seed`?`seed ${t}`:`${t} ${e}`);return t.sort((e,t)=>Number(e.startsWith(`seed`))-Number(t.startsWith(`seed`))),t.length===0?`–`:t.join(`, `)}function hd(e){return e.state===`DONE`&&e.holds!==null?kt(e.holds,`proved`,`not proved`):S`<span class="badge ${e.state.toLowerCase()}">${F(e.state)}</span>`}var gd=1e3,_d=class{runId=``;poller;constructor(e){this.poller=new ut(e=>rt(`/v1/proofs/runs/${encodeURIComponent(this.runId)}`,e),gd,()=>{let t=this.poller.value;t.state===`ready`&&[`DONE`,`FAILED`].includes(t.value.state)&&this.poller.stop(),e.show()})}start(e){e!==this.runId&&(this.poller.stop(),this.poller.reset(),this.runId=e),this.poller.start()}stop(){this.poller.stop()}render(){return S`<a class="back" href=${L(`reliability`)}>← All proofs and incidents</a>
      ${Pt(this.poller.value,`this run`,()=>this.poller.refresh(),e=>vd(e))}`}};function vd(e){let t=e.startedAt===null||e.finishedAt===null?null:Tt(Date.parse(e.finishedAt)-Date.parse(e.startedAt));return S`<section class="panel proof-page" id="proof-run" data-kind=${e.kind} data-state=${e.state} aria-labelledby="run-title">
    <div class="panel-head">
      <h2 id="run-title">Proof: ${F(e.kind)}</h2>
      ${hd(e)}
    </div>
    ${Ot([[`asked for (UTC)`,V(e.requestedAt)],[`with`,md(e)],[`took`,t],[`run`,S`<code>${e.runId}</code>`]])}
    ${Kt([e.runId,e.state],()=>nd(e))}
  </section>`}var yd=class{id=`reliability`;title=`Reliability`;shown=`all`;proofs;incidents;run;incident;constructor(e){this.proofs=new dd(e),this.incidents=new Tu(e),this.run=new _d(e),this.incident=new Au(e)}enter([e,t]){this.leave(),e===`proofs`&&t!==void 0?(this.shown=`run`,this.run.start(t)):e===`incidents`&&t!==void 0?(this.shown=`incident`,this.incident.start(t)):(this.shown=`all`,this.proofs.start(),this.incidents.start())}leave(){this.proofs.stop(),this.incidents.stop(),this.run.stop(),this.incident.stop()}render(){switch(this.shown){case`run`:return this.run.render();case`incident`:return this.incident.render();case`all`:return S`${this.incidents.summary()} ${this.proofs.render()} ${this.incidents.render()}`}}},bd=[`bidsPerSecond`,`slots`,`contentionPercent`,`seconds`];function xd({profiles:e,limits:t}){return{profile:e[0]?.name??``,seed:``,bidsPerSecond:String(t.bidsPerSecond.default),slots:String(t.slots.default),contentionPercent:String(t.contentionPercent.default),seconds:String(t.seconds.default)}}function Sd(e,{min:t,max:n}){let r=Td(e);return r===void 0||r<t||r>n?`must be a whole number from ${t.toLocaleString(`en-US`)} to ${n.toLocaleString(`en-US`)}`:``}function Cd(e){return e.trim()===``?``:Sd(e,{min:0,max:2**53-1})}function wd(e,t){if(!(bd.some(n=>Sd(e[n],t[n])!==``)||Cd(e.seed)!==``))return{profile:e.profile,bidsPerSecond:Number(e.bidsPerSecond),slots:Number(e.slots),contentionPercent:Number(e.contentionPercent),seconds:Number(e.seconds),...e.seed.trim()===``?{}:{seed:Number(e.seed)}}}function Td(e){return/^\s*\d{1,16}\s*$/.test(e)?Number(e):void 0}var Ed={bidsPerSecond:{label:`Bids per second`,hint:`over all regions and auctions`},slots:{label:`Slots at a time`,hint:`auctions that are open together`},contentionPercent:{label:`Contention, per cent`,hint:`so many of the auctions close at one moment and are won by the same few advertisers`},seconds:{label:`Seconds`,hint:`until the run ends by itself`}};function Dd(e,t,n){return S`<form
    class="panel run-form"
    novalidate
    aria-labelledby="run-form-title"
    @submit=${e=>{e.preventDefault(),n.start()}}
  >
    <h2 id="run-form-title">Start regional traffic</h2>
    <fieldset class="profiles">
      <legend>Profile</legend>
      ${e.profiles.map(r=>Od(r,e.profiles,t,n))}
    </fieldset>
    <div class="knobs">
      ${bd.map(r=>kd(r,e,t,n))} ${Ad(t,n)}
    </div>
    ${n.problem===``?T:S`<p class="caution" role="alert">${n.problem}</p>`}
    <p class="send">
      <button type="submit" class="primary" ?disabled=${n.busy}>
        ${n.busy?`Starting …`:`Start traffic`}
      </button>
      <span class="note">It can be stopped at any time.</span>
    </p>
  </form>`}function Od(e,t,n,r){let i=Object.entries(e.regions).sort(([,e],[,t])=>t-e),a=yc([...new Set(t.flatMap(e=>Object.keys(e.regions)))]);return S`<label class="profile">
    <input
      type="radio"
      name="profile"
      value=${e.name}
      .checked=${e.name===n.profile}
      @change=${()=>r.change({profile:e.name})}
    />
    <span class="profile-title">${e.title}</span>
    ${Nc(i.map(([e,t])=>({value:t,className:`part-region region-${a.get(e)}`})),100)}
    <span class="shares">
      ${i.map(([e,t])=>S`<span><i class="swatch region-${a.get(e)}"></i>${e} ${t} %</span>`)}
    </span>
  </label>`}function kd(e,t,n,r){let i=t.limits[e],{label:a,hint:o}=Ed[e],s=r.tried?Sd(n[e],i):``,c=`run-${e}`,l=t=>r.change({[e]:t.target.value});return S`<div class="field">
    <label for=${c}>${a}</label>
    <input
      id=${c}
      type="number"
      inputmode="numeric"
      min=${i.min}
      max=${i.max}
      step="1"
      .value=${n[e]}
      aria-invalid=${s===``?`false`:`true`}
      aria-describedby="${c}-hint"
      @input=${l}
    />
    <input
      type="range"
      min=${i.min}
      max=${i.max}
      .value=${n[e]}
      aria-label="${a}, as a slider"
      @input=${l}
    />
    <small id="${c}-hint" class=${s===``?``:`error`}
      >${s===``?`${P(i.min)} to ${P(i.max)}; ${o}`:`${a} ${s}.`}</small
    >
  </div>`}function Ad(e,t){let n=t.tried?Cd(e.seed):``;return S`<div class="field">
    <label for="run-seed">Seed</label>
    <input
      id="run-seed"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      .value=${e.seed}
      aria-invalid=${n===``?`false`:`true`}
      aria-describedby="run-seed-hint"
      @input=${e=>t.change({seed:e.target.value})}
    />
    <small id="run-seed-hint" class=${n===``?``:`error`}
      >${n===``?`the same seed makes the same bids; may be left empty`:`The seed ${n}, or empty.`}</small
    >
  </div>`}function jd(e,t,n){let r=t.state===`ENDED`,i=r?t.seconds:Math.min(t.seconds,R(e,t.startedAt)??0),a={kind:`simulated`,sampleSize:t.bidsSent,newestAt:new Date(Re(e)).toISOString(),ageSeconds:0},o=(e,t,n,r=``)=>S`<div>
    <dt>${e}</dt>
    <dd>${$(P(t),n,a,``,r)}</dd>
  </div>`;return S`<section class="panel running" aria-labelledby="running-title">
    <div class="panel-head">
      <h2 id="running-title">${r?`The run that ended last`:`Traffic is running`}</h2>
      <span class="badge simulated" role="status">simulated · ${F(t.state)}</span>
    </div>
    <p class="note">
      ${F(t.profile)}, ${P(t.bidsPerSecond)} bids per second over ${P(t.slots)} slots at a
      time, ${t.contentionPercent} % contended, as run <code>${t.runId}</code>
    </p>
    <div class="progress">
      ${Nc([{value:i,className:`part-counted`}],t.seconds)}
      <span>${r?`ended`:`${pe(i)} of ${pe(t.seconds)}`}</span>
    </div>
    <dl class="stats">
      ${o(`bids sent`,t.bidsSent,`Bids that the simulator has sent in this run.`,`run-sent`)}
      ${o(`acknowledged`,t.bidsAcknowledged,`Bids that the exchange has taken: they are durable.`,`run-acknowledged`)}
      ${o(`refused`,t.bidsRefused,`Bids that the exchange answered with a problem, or not at all.`)}
      ${o(`slots opened`,t.slotsOpened,`Auctions opened in this run; ${P(t.slotsClosed)} of them closed.`)}
    </dl>
    ${t.lastProblem===null?T:S`<p class="caution" role="note">Last problem: ${t.lastProblem}</p>`}
    ${n.problem===``?T:S`<p class="caution" role="alert">${n.problem}</p>`}
    ${r?T:S`<p class="send">
          <button type="button" class="primary stop" ?disabled=${n.busy||t.state===`STOPPING`} @click=${()=>n.stop()}>
            ${t.state===`STOPPING`?`Stopping …`:`Stop traffic`}
          </button>
        </p>`}
    ${Mc(e,a)}
  </section>`}var Md=2e4;function Nd(e,t,n){return S`<section class="panel runs" aria-labelledby="runs-title">
    <h2 id="runs-title">Earlier runs</h2>
    ${e.length===0?S`<p class="empty">No run has been recorded yet. A run is recorded when it ends.</p>`:S`<table class="plain-table stacks" role="table">
          <thead role="rowgroup">
            <tr role="row">
              ${[`Started`,`What`,`Seed`,`Bids sent`,`Acknowledged`,`Slots`,`Took`,`Checks`,`Report`].map((e,t)=>S`<th role="columnheader" scope="col" class=${t>1&&t<7?`number`:``}>${e}</th>`)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${e.map(e=>Pd(e,e.runId===t,n))}
          </tbody>
        </table>`}
    <span class="basis">simulated · n&nbsp;=&nbsp;${P(e.length)} runs · as each was recorded</span>
  </section>`}function Pd(e,t,n){let r={kind:`simulated`,sampleSize:e.bidsSent,newestAt:e.finishedAt,ageSeconds:null},i=(Date.parse(e.finishedAt)-Date.parse(e.startedAt))/1e3;return S`<tr role="row">
      <th role="rowheader" scope="row">${ge(e.startedAt)}</th>
      <td role="cell" data-label="What">${e.command}</td>
      <td role="cell" class="number" data-label="Seed">${e.seed}</td>
      <td role="cell" class="number" data-label="Bids sent">${$(P(e.bidsSent),`Bids that the simulator sent in this run.`,r)}</td>
      <td role="cell" class="number" data-label="Acknowledged">${$(P(e.bidsAcknowledged),`Bids that the exchange took; ${P(e.bidsSent-e.bidsAcknowledged)} it did not.`,r)}</td>
      <td role="cell" class="number" data-label="Slots">${P(e.slots)}</td>
      <td role="cell" class="number" data-label="Took">${i<1?`< 1 s`:pe(i)}</td>
      <td role="cell" data-label="Checks"><span class="badge ${e.allHold?`holds`:`broken`}">${e.allHold?`all hold`:`not all hold`}</span></td>
      <td role="cell" data-label="Report">
        <button type="button" class="plain" aria-expanded=${t} aria-label="Report of the run of ${ge(e.startedAt)}" @click=${()=>n(t?void 0:e.runId)}>
          ${t?`hide`:`show`}
        </button>
      </td>
    </tr>
    ${t?S`<tr role="row" class="report">
          <td role="cell" colspan="9"><pre tabindex="0">${Fd(e.report)}</pre></td>
        </tr>`:T}`}function Fd(e){let t=e;try{t=JSON.stringify(JSON.parse(e),null,2)}catch{}return t.length<=Md?t:`${t.slice(0,Md)}\n… ${P(t.length-Md)} characters more; see /v1/simulation-runs`}var Id=1e3,Ld=5e3,Rd=15e3,zd=class{host;id=`simulator`;title=`Simulator`;draft;tried=!1;busy=!1;problem=``;wasRunning;openReport;simulator=new ut(e=>rt(`/v1/simulator`,e),()=>z(this.simulator.value)?.running?Id:Ld,()=>this.arrived());runs=new ut(e=>rt(`/v1/simulation-runs?limit=50`,e),Rd,()=>this.host.show());constructor(e){this.host=e}enter(){this.simulator.start(),this.runs.start()}leave(){this.simulator.stop(),this.runs.stop()}render(){return S`<p class="note lead">
        Simulated traffic goes in by the same door as any other and is counted in all figures of this
        page.
      </p>
      ${Pt(this.simulator.value,`the simulator`,()=>this.simulator.refresh(),e=>this.controls(e))}
      ${Pt(this.runs.value,`earlier runs`,()=>this.runs.refresh(),e=>Nd(e,this.openReport,e=>{this.openReport=e,this.host.show()}))}`}controls(e){let{running:t}=e;if(t!==null&&t.state!==`ENDED`)return jd(this.host.state,t,{busy:this.busy,problem:this.problem,stop:()=>void this.stop()});let n=t===null?``:jd(this.host.state,t,{busy:!0,problem:``,stop:()=>{}});return e.enabled?(this.draft??=xd(e),S`${n}${Dd(e,this.draft,{tried:this.tried,busy:this.busy,problem:this.problem,change:e=>{this.draft={...this.draft,...e},this.host.show()},start:()=>void this.start(e)})}`):S`${n}${Mt(`The simulator is switched off here`,e.whyNot??`The service does not say why.`)}`}arrived(){let e=z(this.simulator.value)?.running,t=e&&e.state!==`ENDED`?e.runId:void 0;this.wasRunning!==void 0&&t===void 0&&this.runs.refresh(),this.wasRunning=t,this.host.show()}async start(e){let t=wd(this.draft,e.limits);this.tried=!0,t===void 0?(this.problem=``,this.host.show(),document.querySelector(`.run-form [aria-invalid="true"]`)?.focus()):await this.ask(()=>it(`POST`,`/v1/simulator/runs`,t))}stop(){return this.ask(()=>it(`DELETE`,`/v1/simulator/runs/current`))}async ask(e){this.busy=!0,this.problem=``,this.host.show();try{await e()}catch(e){this.problem=at(e)}this.busy=!1,this.simulator.refresh(),this.host.show()}},Bd={OPEN:`takes bids`,CLOSED:`takes no more bids; its outcome is to come`,AWARDED:`has a winner; its settlement is to come`,UNSOLD:`had no valid bid`,SETTLED:`is sold and committed`,REJECTED:`is not sold: no candidate could pay`},Vd=12;function Hd(e,t,n){let r=n.list===`recent`?t.recentSlots:t.topSlots,i=n.all?r.lines:r.lines.slice(0,Vd);return S`<section class="panel slots" aria-labelledby="slots-title">
    <div class="panel-head">
      <h2 id="slots-title">Slots</h2>
      <div class="choice" role="group" aria-label="Which slots">
        ${Wd(n,`recent`,`Moved last`)} ${Wd(n,`top`,`Most bids`)}
      </div>
    </div>
    ${i.length===0?S`<p class="empty">No slot has been opened yet.</p>`:Gd(e,t,i)}
    ${i.length<r.lines.length?S`<button type="button" class="plain" @click=${()=>n.showAll()}>
          Show all ${r.lines.length}
        </button>`:T}
    ${Mc(e,r)}
  </section>`}function Ud(e){return S`<button type="button" class="figure badge ${e.toLowerCase()}" data-meaning=${`This slot ${Bd[e]??F(e)}.`}
    >${F(e)}</button
  >`}function Wd(e,t,n){return S`<button
    type="button"
    aria-pressed=${e.list===t}
    @click=${()=>e.choose(t)}
  >
    ${n}
  </button>`}function Gd(e,t,n){return S`<table role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">Slot</th>
        <th role="columnheader" scope="col">State</th>
        <th role="columnheader" scope="col" class="number">Bids</th>
        <th role="columnheader" scope="col" class="number">Late</th>
        <th role="columnheader" scope="col">Winning region</th>
        <th role="columnheader" scope="col">Winner</th>
        <th role="columnheader" scope="col" class="number">Price</th>
        <th role="columnheader" scope="col" class="number">Changed</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${n.map(n=>Kd(e,t,n))}
    </tbody>
  </table>`}function Kd(e,t,n){let r={...t.bids,sampleSize:n.received+n.late,newestAt:n.lastAt},i=n.received-n.counted;return S`<tr role="row">
    <th role="rowheader" scope="row">
      <a class="slot-id" href=${L(`auctions`,n.slotId)}>${n.slotId}</a>${n.name===null?T:S`<span class="slot-name">${n.name}</span>`}
    </th>
    <td role="cell" data-label="State">
      ${Ud(n.state)}
    </td>
    <td role="cell" class="number" data-label="Bids">
      ${$(P(n.received),`Bids received in time; ${P(n.counted)} counted, ${P(i)} duplicate or rejected.`,r)}
    </td>
    <td role="cell" class="number" data-label="Late">${P(n.late)}</td>
    <td role="cell" data-label="Region">${n.winningRegion??`–`}</td>
    <td role="cell" data-label="Winner">${n.winner??`–`}</td>
    <td role="cell" class="number" data-label="Price">
      ${n.price===null?`–`:S`${_e(n.price)} <span class="unit">${n.currency}</span>`}
    </td>
    <td role="cell" class="number age" data-label="Changed">${me(R(e,n.lastAt))}</td>
  </tr>`}function qd(e,{hotSlots:t}){let n=Math.max(0,...(t?.lines??[]).map(e=>e.bidsPerSecond));return S`<section class="panel hot" aria-labelledby="hot-title">
    <h2 id="hot-title">Hot slots</h2>
    ${t===void 0?Nt(`which slots are hot`):S`${t.lines.length===0?S`<p class="empty">No slot takes bids at this moment.</p>`:S`<ol>
                ${t.lines.map(e=>S`<li>
                    <div class="hot-head">
                      <a class="slot-id" href=${L(`auctions`,e.slotId)}>${e.slotId}</a>
                      ${Ud(e.state)}
                      <span
                        >${$(le(e.bidsPerSecond),`Bids per second over the last ${P(t.windowSeconds)} seconds; ${P(e.received)} received since the slot was opened.`,t)}
                        bids/s</span
                      >
                    </div>
                    ${Nc([{value:e.bidsPerSecond,className:`part-counted`}],n)}
                  </li>`)}
              </ol>`}
          ${Mc(e,t)}`}
  </section>`}function Jd(e,t){let{bids:n,winningRegions:r}=t,i=[...new Set([...Object.keys(n.byRegion),...Object.keys(r.byRegion)])].sort(),a=yc(i),o=Object.values(r.byRegion).reduce((e,t)=>e+t,0);return S`<section class="panel regions" aria-labelledby="regions-title">
    <h2 id="regions-title">Regions</h2>
    ${i.length===0?S`<p class="empty">No bid from any region yet.</p>`:S`<ul class="region-list">
          ${i.map(e=>{let t=n.byRegion[e]?.received??0,i=r.byRegion[e]??0;return S`<li>
              <div class="region-head">
                <b><i class="swatch region-${a.get(e)}"></i>${e}</b>
                <span
                  >${$(de(t,n.received),`Share of all bids received: ${P(t)} of ${P(n.received)}.`,{...n,kind:`derived`})}
                  of bids</span
                >
                <span
                  >${$(P(i),`Auctions won by a bid from ${e}: ${de(i,o)} of all awarded.`,r)}
                  won</span
                >
              </div>
              ${Nc([{value:t,className:`part-region region-${a.get(e)}`}],n.received)}
              ${Nc([{value:i,className:`part-won`}],o)}
            </li>`})}
        </ul>
        <p class="legend"><span>Upper bar: share of bids.</span><span><i class="key-won"></i>Lower bar: share of auctions won.</span></p>`}
    ${Mc(e,n)}
  </section>`}function Yd({bids:e}){let t=Object.entries(e.rejected).sort(([,e],[,t])=>t-e),n=t.reduce((e,[,t])=>e+t,0);return[{label:`counted`,count:e.counted,key:`counted`,part:!1,meaning:`Valid bids that took part in their auction.`},{label:`duplicate`,count:e.duplicate,key:`duplicate`,part:!1,meaning:`Exact repeats of a bid: counted once, without effect.`},{label:`rejected`,count:n,key:`rejected`,part:!1,meaning:`Bids that were read in time and did not count, for the reasons below.`},...t.map(([e,t])=>({label:F(e),count:t,key:`rejected`,part:!0,meaning:`Bids rejected because of: ${F(e)}.`})),{label:`late`,count:e.late,key:`late`,part:!1,meaning:`Bids that came after their slot’s close marker. They are not part of received.`}]}function Xd(e,t){let{bids:n}=t,r=Yd(t),i=n.received+n.late;return S`<section class="panel verdicts" aria-labelledby="verdicts-title">
    <h2 id="verdicts-title">What became of the bids</h2>
    ${i===0?S`<p class="empty">No bid has been read yet.</p>`:S`${Nc(r.filter(e=>!e.part).map(e=>({value:e.count,className:`part-${e.key}`})),i)}
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">Verdict</th>
                <th scope="col" class="number">Bids</th>
                <th scope="col" class="number">Share</th>
              </tr>
            </thead>
            <tbody>
              ${r.map(e=>S`<tr class=${e.part?`reason`:``}>
                  <th scope="row">${e.part?``:S`<i class="swatch key-${e.key}"></i>`}${e.label}</th>
                  <td class="number">${$(P(e.count),e.meaning,n)}</td>
                  <td class="number">${$(de(e.count,i),`${P(e.count)} of ${P(i)} bids read, late ones included.`,{...n,kind:`derived`})}</td>
                </tr>`)}
            </tbody>
          </table>`}
    ${Mc(e,n)}
  </section>`}var Zd=class{host;id=`traffic`;title=`Traffic`;list=`recent`;all=!1;byRegion=new Cc(`chart-regions`,[],!0);lost=new Cc(`chart-lost`,[{label:`late`,colour:`--outcome`},{label:`duplicate`,colour:`--muted`},{label:`rejected`,colour:`--conflict`}]);constructor(e){this.host=e}enter(){}leave(){this.byRegion.forget(),this.lost.forget()}render(){let{state:e}=this.host;return e.frame===void 0?jt(e):this.content(e,e.frame)}rendered(){let e=Be(this.host.state),t=bc(e.byRegion);t.length===0?this.byRegion.show([e.seconds,e.bids],[{label:`all regions`,colour:`--region-1`}]):this.byRegion.show([e.seconds,...t.map(e=>e.column)],t.map(({name:e,colour:t})=>({label:e,colour:`--region-${t}`}))),this.lost.show([e.seconds,e.late,e.duplicates,e.rejected])}content(e,{overview:t}){let n=Be(e);return S`<div class="columns">
        <div class="stack">
          ${Qd(`chart-regions`,`Bids per second by region`,`Bids per second over the last five minutes, one layer for each region`,Object.keys(n.byRegion).length>0,`by region`)}
          ${Qd(`chart-lost`,`Not counted, per second`,`Late, duplicate and rejected bids per second over the last five minutes`,n.late.some(e=>e!==null),`second by second`)}
        </div>
        <div class="stack">${Jd(e,t)} ${Xd(e,t)}</div>
      </div>
      ${qd(e,t)} ${Hd(e,t,this.choice())}`}choice(){return{list:this.list,all:this.all,choose:e=>{this.list=e,this.host.show()},showAll:()=>{this.all=!0,this.host.show()}}}};function Qd(e,t,n,r,i){return S`<section class="panel charts" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <div id=${e} class="chart" role="img" aria-label=${n}></div>
    <span class="basis"
      >derived · differences of cumulative counts, once a second${r?``:` · not known ${i} yet`}</span
    >
  </section>`}var $d=document.getElementById(`page`);$d.replaceChildren(),new Qe($d,[e=>new uu(e),e=>new Zd(e),e=>new _r(e),e=>new xl(e),e=>new Wc(e),e=>new yd(e),e=>new zd(e)]).start();