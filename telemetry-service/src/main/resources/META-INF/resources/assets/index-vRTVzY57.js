var e=globalThis,t=e=>e,n=e.trustedTypes,r=n?n.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,i=`$lit$`,a=`lit$${Math.random().toFixed(9).slice(2)}$`,o=`?`+a,s=`<${o}>`,c=document,l=()=>c.createComment(``),u=e=>e===null||typeof e!=`object`&&typeof e!=`function`,d=Array.isArray,f=e=>d(e)||typeof e?.[Symbol.iterator]==`function`,p=`[ 	
\f\r]`,m=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,h=/-->/g,g=/>/g,_=RegExp(`>|${p}(?:([^\\s"'>=/]+)(${p}*=${p}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),v=/'/g,y=/"/g,b=/^(?:script|style|textarea|title)$/i,x=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),S=x(1),C=x(2),w=Symbol.for(`lit-noChange`),T=Symbol.for(`lit-nothing`),E=new WeakMap,D=c.createTreeWalker(c,129);function O(e,t){if(!d(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return r===void 0?t:r.createHTML(t)}var k=(e,t)=>{let n=e.length-1,r=[],o,c=t===2?`<svg>`:t===3?`<math>`:``,l=m;for(let t=0;t<n;t++){let n=e[t],u,d,f=-1,p=0;for(;p<n.length&&(l.lastIndex=p,d=l.exec(n),d!==null);)p=l.lastIndex,l===m?d[1]===`!--`?l=h:d[1]===void 0?d[2]===void 0?d[3]!==void 0&&(l=_):(b.test(d[2])&&(o=RegExp(`</`+d[2],`g`)),l=_):l=g:l===_?d[0]===`>`?(l=o??m,f=-1):d[1]===void 0?f=-2:(f=l.lastIndex-d[2].length,u=d[1],l=d[3]===void 0?_:d[3]===`"`?y:v):l===y||l===v?l=_:l===h||l===g?l=m:(l=_,o=void 0);let x=l===_&&e[t+1].startsWith(`/>`)?` `:``;c+=l===m?n+s:f>=0?(r.push(u),n.slice(0,f)+i+n.slice(f)+a+x):n+a+(f===-2?t:x)}return[O(e,c+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},ee=class e{constructor({strings:t,_$litType$:r},s){let c;this.parts=[];let u=0,d=0,f=t.length-1,p=this.parts,[m,h]=k(t,r);if(this.el=e.createElement(m,s),D.currentNode=this.el.content,r===2||r===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(c=D.nextNode())!==null&&p.length<f;){if(c.nodeType===1){if(c.hasAttributes())for(let e of c.getAttributeNames())if(e.endsWith(i)){let t=h[d++],n=c.getAttribute(e).split(a),r=/([.?@])?(.*)/.exec(t);p.push({type:1,index:u,name:r[2],strings:n,ctor:r[1]===`.`?ie:r[1]===`?`?ae:r[1]===`@`?oe:re}),c.removeAttribute(e)}else e.startsWith(a)&&(p.push({type:6,index:u}),c.removeAttribute(e));if(b.test(c.tagName)){let e=c.textContent.split(a),t=e.length-1;if(t>0){c.textContent=n?n.emptyScript:``;for(let n=0;n<t;n++)c.append(e[n],l()),D.nextNode(),p.push({type:2,index:++u});c.append(e[t],l())}}}else if(c.nodeType===8){if(c.data===o)p.push({type:2,index:u});else{let e=-1;for(;(e=c.data.indexOf(a,e+1))!==-1;)p.push({type:7,index:u}),e+=a.length-1}}u++}}static createElement(e,t){let n=c.createElement(`template`);return n.innerHTML=e,n}};function A(e,t,n=e,r){if(t===w)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=u(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=A(e,i._$AS(e,t.values),i,r)),t}var te=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??c).importNode(t,!0);D.currentNode=r;let i=D.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new ne(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new j(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=D.nextNode(),a++)}return D.currentNode=c,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},ne=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=T,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=A(this,e,t),u(e)?e===T||e==null||e===``?(this._$AH!==T&&this._$AR(),this._$AH=T):e!==this._$AH&&e!==w&&this._(e):e._$litType$===void 0?e.nodeType===void 0?f(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==T&&u(this._$AH)?this._$AA.nextSibling.data=e:this.T(c.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=ee.createElement(O(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new te(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=E.get(e.strings);return t===void 0&&E.set(e.strings,t=new ee(e)),t}k(t){d(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(l()),this.O(l()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);e!==this._$AB;){let n=t(e).nextSibling;t(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},re=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=T,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=T}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=A(this,e,t,0),a=!u(e)||e!==this._$AH&&e!==w,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=A(this,r[n+o],t,o),s===w&&(s=this._$AH[o]),a||=!u(s)||s!==this._$AH[o],s===T?e=T:e!==T&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===T?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},ie=class extends re{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===T?void 0:e}},ae=class extends re{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==T)}},oe=class extends re{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=A(this,e,t,0)??T)===w)return;let n=this._$AH,r=e===T&&n!==T||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==T&&(n===T||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},j=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){A(this,e)}},M=e.litHtmlPolyfillSupport;M?.(ee,ne),(e.litHtmlVersions??=[]).push(`3.3.3`);var N=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new ne(t.insertBefore(l(),e),e,void 0,n??{})}return i._$AI(e),i},P=new Intl.NumberFormat(`en-US`,{maximumFractionDigits:0}),F=new Intl.NumberFormat(`en-US`,{minimumFractionDigits:1,maximumFractionDigits:1});function I(e){return P.format(e)}function se(e){return e===null?`–`:e>0&&e<100?F.format(e):P.format(e)}function ce(e){return`${F.format(e)} %`}function le(e,t){return t===0?`–`:ce(100*e/t)}function ue(e){return e===null?`–`:e<1e4?`${P.format(e)} ms`:`${F.format(e/1e3)} s`}function de(e){return e<1?`now`:e<100?`${Math.floor(e)} s`:e<5400?`${Math.round(e/60)} min`:e<172800?`${Math.round(e/3600)} h`:`${Math.round(e/86400)} d`}function fe(e){return e===null?`none yet`:e<1?`just now`:`${de(e)} ago`}var pe=new Intl.DateTimeFormat(`en-GB`,{dateStyle:`medium`,timeStyle:`short`});function me(e){return pe.format(Date.parse(e))}function he(e){let[t=``,n=``]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+(?!\d))/g,`,`);return n===``?r:`${r}.${n}`}function L(e){return e.toLowerCase().replaceAll(`_`,` `)}var ge=15e3,_e=3e4,ve=1e3,ye=15e3,be=class{url;listener;source;timer;failures=0;lastSignAt=0;current={state:`connecting`};constructor(e,t){this.url=e,this.listener=t}start(){this.connect(),window.setInterval(()=>this.watch(),1e3),window.addEventListener(`online`,()=>this.retryNow())}retryNow(){this.current.state!==`live`&&this.connect()}connect(){window.clearTimeout(this.timer),this.source?.close();let e=new EventSource(this.url);this.source=e,this.lastSignAt=Date.now(),e.addEventListener(`open`,()=>this.sign()),e.addEventListener(`heartbeat`,e=>{this.sign(),this.listener.clock(JSON.parse(e.data).at)}),e.addEventListener(`history`,e=>{this.sign();let t=JSON.parse(e.data);this.listener.clock(t.at),this.listener.history(t.samples)}),e.addEventListener(`frame`,e=>{this.sign(),this.listener.frame(JSON.parse(e.data))}),e.addEventListener(`error`,()=>this.lost())}sign(){this.failures=0,this.lastSignAt=Date.now(),this.become({state:`live`})}lost(){this.source?.close(),this.source=void 0,this.failures++;let e=Math.min(ye,ve*2**Math.min(this.failures,10)),t=500+Math.random()*e;window.clearTimeout(this.timer),this.timer=window.setTimeout(()=>this.connect(),t),this.become({state:`reconnecting`,attempt:this.failures,retryAt:Date.now()+t})}watch(){if(this.source===void 0)return;let e=Date.now()-this.lastSignAt;e>_e?this.lost():e>ge&&this.current.state===`live`&&this.become({state:`stale`,since:this.lastSignAt})}become(e){this.current=e,this.listener.connection(e)}};function xe(e,t){let[n=``,...r]=e.replace(/^#?\/?/,``).split(`/`).map(z);return n===``?{view:t[0],path:[]}:t.includes(n)?{view:n,path:r.filter(e=>e!==``)}:void 0}function R(e,...t){return`#/${[e,...t].map(encodeURIComponent).join(`/`)}`}function z(e){try{return decodeURIComponent(e)}catch{return e}}var Se=[`bids`,`outcomes`,`settlements`,`conflicts`,`failedAttempts`,`late`,`duplicates`,`rejected`],Ce=class{keepSeconds;samples=[];constructor(e){this.keepSeconds=e}add(e){let t=new Set(this.samples.map(e=>e.at)),n=e.filter(e=>!t.has(e.at));if(n.length===0)return;this.samples=[...this.samples,...n].sort((e,t)=>Date.parse(e.at)-Date.parse(t.at));let r=Date.parse(this.samples.at(-1).at)-this.keepSeconds*1e3,i=this.samples.findIndex(e=>Date.parse(e.at)>=r);this.samples=this.samples.slice(Math.max(0,i-1))}rates(e){let t=Te(this.regions()),n=this.samples[0];if(n===void 0)return t;let r=Math.floor(e/1e3),i=Math.max(r-this.keepSeconds,Math.ceil(Date.parse(n.at)/1e3)+1),a=0,o=n;for(let e=i-1;e<=r;e++){for(;ke(this.samples[a+1],e);)a++;let n=Ae(this.samples[a],this.samples[a+1],e*1e3);e>=i&&Ee(t,e,o,n),o=n}return t}regions(){return[...new Set(this.samples.flatMap(e=>Object.keys(e.byRegion??{})))].sort()}};function we(e,t){let n=e.slice(-t),r=0;for(let e of n){if(e===null)return null;r+=e}return n.length<Math.min(2,t)?null:Math.round(10*r/n.length)/10}function Te(e){return{seconds:[],bids:[],outcomes:[],settlements:[],conflicts:[],failedAttempts:[],late:[],duplicates:[],rejected:[],byRegion:Object.fromEntries(e.map(e=>[e,[]]))}}function Ee(e,t,n,r){e.seconds.push(t);for(let t of Se)e[t].push(De(n[t],r[t]));for(let[t,i]of Object.entries(e.byRegion))i.push(n.byRegion===void 0||r.byRegion===void 0?null:(r.byRegion[t]??0)-(n.byRegion[t]??0))}function De(e,t){return e===void 0||t===void 0?null:t-e}var Oe=1200;function ke(e,t){return e!==void 0&&Date.parse(e.at)<=t*1e3}function Ae(e,t,n){if(t===void 0)return e;let r=Date.parse(t.at),i=Math.max(Date.parse(e.at),r-Oe),a=Math.max(0,(n-i)/(r-i)),o=(e,t)=>e+(t-e)*a,s=(e,t)=>e===void 0||t===void 0?void 0:o(e,t);return{at:e.at,bids:o(e.bids,t.bids),outcomes:o(e.outcomes,t.outcomes),settlements:o(e.settlements,t.settlements),conflicts:o(e.conflicts,t.conflicts),failedAttempts:o(e.failedAttempts,t.failedAttempts),...je({late:s(e.late,t.late),duplicates:s(e.duplicates,t.duplicates),rejected:s(e.rejected,t.rejected),byRegion:Me(e.byRegion,t.byRegion,o)})}}function je(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==void 0))}function Me(e,t,n){if(e!==void 0&&t!==void 0)return Object.fromEntries(Object.entries(t).map(([t,r])=>[t,n(e[t]??0,r)]))}var Ne=300;function Pe(){return{connection:{state:`connecting`},frame:void 0,series:new Ce(Ne),clockOffset:0}}function Fe(e){return Date.now()+e.clockOffset}function Ie(e,t){return t===null?null:Math.max(0,(Fe(e)-Date.parse(t))/1e3)}var Le=1500;function Re(e){return e.series.rates(Fe(e)-Le)}function ze(e){let{bids:t,slots:n,outcomes:r,settlements:i}=e.overview;return[t,n,r,i,e.conflicts].every(e=>e.sampleSize===0)}function Be(e){let t=document.createElement(`div`);t.id=`tip`,t.setAttribute(`role`,`tooltip`),t.hidden=!0;let n=document.createElement(`p`),r=document.createElement(`p`);r.className=`basis`,t.append(n,r),document.body.append(t);let i,a=()=>{if(i===void 0)return;let{meaning:t=``,kind:a=``,n:o=``,at:s=``}=i.dataset;n.textContent=t,r.textContent=a===``?``:`${a} · n = ${o} · newest ${e(s===``?null:s)}`,r.hidden=a===``},o=()=>{if(i===void 0)return;let e=i.getBoundingClientRect(),n=t.getBoundingClientRect(),r=Math.min(Math.max(8,e.left+e.width/2-n.width/2),document.documentElement.clientWidth-n.width-8),a=e.top-n.height-8,o=a>=8?a:e.bottom+8;t.style.left=`${r}px`,t.style.top=`${o}px`},s=()=>{i?.removeAttribute(`aria-describedby`),i=void 0,t.hidden=!0},c=e=>{i!==e&&(s(),i=e,a(),t.hidden=!1,e.setAttribute(`aria-describedby`,t.id),o())},l=e=>e.target instanceof Element?e.target.closest(`[data-meaning]`)??void 0:void 0;return document.addEventListener(`pointerover`,e=>{let t=l(e);t===void 0?i!==document.activeElement&&s():c(t)}),document.addEventListener(`focusin`,e=>{let t=l(e);t===void 0?s():c(t)}),document.addEventListener(`focusout`,s),document.addEventListener(`keydown`,e=>{e.key===`Escape`&&s()}),window.addEventListener(`scroll`,s,{passive:!0}),a}var Ve=`view-title`;function He(e,t,n,r){return S`<a class="skip" href=${R(n.id)} @click=${r.skip}>To the content</a>
    ${Ue(e,t,n)} ${Je(e,r.retry)}
    <main class=${e.connection.state===`live`?``:`dimmed`}>
      <h1 id=${Ve} tabindex="-1">${n.title}</h1>
      ${n.render()}
    </main>
    ${We()}`}function Ue(e,t,n){return S`<header class="top">
    <div class="brand">
      <p class="name">Quant Edge Exchange</p>
      <p>Traffic is cheap. Truth is expensive.</p>
    </div>
    <nav aria-label="Views">
      <ul>
        ${t.map(e=>S`<li>
            <a href=${R(e.id)} aria-current=${e===n?`page`:T}>${e.title}</a>
          </li>`)}
      </ul>
    </nav>
    <div class="status" role="status">${Ge(e)}</div>
  </header>`}function We(){return S`<footer>
    <p>
      Every number says on hover or focus what it means, what it rests on and how old it is. The
      same figures for programs: <a href="/v1/overview">/v1/overview</a>,
      <a href="/v1/conflicts">/v1/conflicts</a>, <a href="/q/openapi">/q/openapi</a>,
      <a href="/q/metrics">/q/metrics</a>.
    </p>
  </footer>`}function Ge(e){let{connection:t,frame:n}=e;switch(t.state){case`connecting`:return S`<span class="pill connecting"><i></i>Connecting</span>`;case`live`:return n!==void 0&&!n.rebuilt?S`<span class="pill connecting"><i></i>Catching up with the log</span>`:S`<span class="pill live"><i></i>Live</span>${qe(e)}`;case`stale`:return S`<span class="pill stale"><i></i>Stale since ${Ke(Date.now()-t.since)}</span>`;case`reconnecting`:return S`<span class="pill lost"><i></i>Reconnecting</span>${qe(e)}`}}function Ke(e){return de(Math.max(1,e/1e3))}function qe(e){return e.frame===void 0?T:S`<span class="changed" aria-live="off"
        >last change ${fe(Ie(e,e.frame.at))}</span
      >`}function Je(e,t){let{connection:n}=e;if(n.state===`stale`)return Ye(`The service has gone quiet. The figures below are the last it sent.`,t);if(n.state===`reconnecting`){let r=Math.max(0,Math.ceil((n.retryAt-Date.now())/1e3)),i=e.frame===void 0?``:` The figures below are the last it sent.`;return Ye(`The live feed cannot be reached (attempt ${n.attempt}); next attempt in ${r} s.${i}`,t)}return T}function Ye(e,t){return S`<div class="banner" role="alert" aria-live="off">
    <p>${e}</p>
    <button type="button" class="plain" @click=${t}>Try now</button>
  </div>`}var Xe=class{root;state=Pe();views;live;refreshTooltip=Be(e=>fe(Ie(this.state,e)));shown;started=!1;actions={retry:()=>this.live.retryNow(),skip:e=>{e.preventDefault(),Qe()}};constructor(e,t){this.root=e,this.views=t.map(e=>e(this)),this.shown=this.views[0],this.live=new be(`/v1/live`,{frame:e=>{this.state.frame=e,this.state.series.add(e.samples),this.shown.frame?.(e),this.show()},history:e=>this.state.series.add(e),clock:e=>{this.state.clockOffset=Date.parse(e)-Date.now()},connection:e=>{this.state.connection=e,this.show()}})}start(){window.addEventListener(`hashchange`,()=>this.route()),this.route(),this.started=!0,this.show(),Ze(),this.live.start(),window.setInterval(()=>this.show(),1e3)}show(){this.started&&(N(He(this.state,this.views,this.shown,this.actions),this.root),this.shown.rendered?.(),this.refreshTooltip())}go(e){window.location.hash=e}route(){let e=xe(window.location.hash,this.views.map(e=>e.id));if(e===void 0){window.location.replace(`#/${this.views[0].id}`);return}let t=this.views.find(t=>t.id===e.view),n=t!==this.shown;n&&(this.shown.leave(),this.shown=t),document.title=`${t.title} · Quant Edge Exchange`,t.enter(e.path),this.show(),this.settleFocus(n)}settleFocus(e){this.started&&(e?(window.scrollTo(0,0),Qe()):(document.activeElement===null||document.activeElement===document.body)&&Qe(),Ze())}};function Ze(){document.querySelector(`nav [aria-current]`)?.scrollIntoView({block:`nearest`,inline:`center`})}function Qe(){document.getElementById(Ve)?.focus()}var $e=1e4,et=class extends Error{status;code;constructor(e,t,n){super(n),this.status=e,this.code=t,this.name=`ApiError`}};function tt(e,t){return it(`GET`,e,void 0,t)}function nt(e,t,n){return it(e,t,n,void 0)}function rt(e){return e instanceof Error?e.message:String(e)}async function it(e,t,n,r){let i=AbortSignal.timeout($e),a,o;try{a=await fetch(t,{method:e,headers:{Accept:`application/json`,...n===void 0?{}:{"Content-Type":`application/json`}},body:n===void 0?null:JSON.stringify(n),cache:`no-store`,signal:r===void 0?i:AbortSignal.any([r,i])}),o=await a.text()}catch(e){throw r?.aborted===!0?e:i.aborted?new et(0,`TOO_SLOW`,`The service did not answer within ${$e/1e3} seconds.`):new et(0,`NO_ANSWER`,`The service cannot be reached.`)}if(!a.ok)throw at(a.status,o);if(o===``)return;let s=ot(o);if(s===void 0)throw new et(a.status,`NOT_JSON`,`The service answered with something that is not JSON.`);return s}function at(e,t){let n=ot(t);if(typeof n==`object`&&n){let{detail:t,title:r,code:i}=n,a=typeof t==`string`&&t!==``?t:r;if(typeof a==`string`&&a!==``)return new et(e,typeof i==`string`?i:`HTTP_${e}`,a)}let r=e===404?`The service does not offer this.`:`The service answered with status ${e} and no explanation.`;return new et(e,e===404?`NOT_FOUND`:`HTTP_${e}`,r)}function ot(e){try{return JSON.parse(e)}catch{return}}function st(e){return e.state===`ready`||e.state===`stale`?e.value:void 0}function ct(e,t){return e.state===`ready`||e.state===`stale`?{state:`stale`,value:e.value,at:e.at,error:t}:{state:`failed`,error:t}}var B=class{load;everyMillis;changed;current={state:`loading`};timer;asking;running=!1;onVisibility=()=>{this.isHidden()?clearTimeout(this.timer):this.refresh()};constructor(e,t,n){this.load=e,this.everyMillis=t,this.changed=n}get value(){return this.current}start(){this.running||(this.running=!0,globalThis.document?.addEventListener(`visibilitychange`,this.onVisibility),this.refresh())}refresh(){this.running&&this.ask()}reset(){this.current={state:`loading`}}stop(){this.running=!1,clearTimeout(this.timer),this.asking?.abort(),this.asking=void 0,globalThis.document?.removeEventListener(`visibilitychange`,this.onVisibility)}async ask(){clearTimeout(this.timer),this.asking?.abort();let e=new AbortController;this.asking=e;let t;try{t={state:`ready`,value:await this.load(e.signal),at:Date.now()}}catch(e){t=ct(this.current,e)}this.asking===e&&(this.asking=void 0,this.current=t,this.schedule(),this.changed())}schedule(){let e=typeof this.everyMillis==`number`?this.everyMillis:this.everyMillis();this.running&&e>0&&!this.isHidden()&&(this.timer=setTimeout(()=>this.refresh(),e))}isHidden(){return globalThis.document?.hidden===!0}};function lt(e){return e.connection.state===`reconnecting`?ut(`No figures yet`,`The page goes on trying. See that telemetry-service runs: ./exchange status`):ut(`Waiting for the first figures`,`They come within a second once the service answers.`,!0)}function ut(e,t,n=!1){return S`<section class="panel placeholder" aria-busy=${n?`true`:`false`}>
    <h2>${e}</h2>
    <p>${t}</p>
  </section>`}function dt(e){return S`<p class="empty">It is not known ${e}: the service does not report it.</p>`}function ft(e,t,n,r){switch(e.state){case`loading`:return ut(`Asking for ${t}`,`It comes as soon as the service answers.`,!0);case`failed`:return S`<section class="panel placeholder" role="alert" aria-live="off">
        <h2>There is no answer about ${t}</h2>
        <p>${rt(e.error)}</p>
        <p><button type="button" class="plain" @click=${n}>Try now</button></p>
      </section>`;case`stale`:return S`${pt(t,e.error,n)}${r(e.value)}`;case`ready`:return r(e.value)}}function pt(e,t,n){return S`<div class="banner" role="alert" aria-live="off">
    <p>${rt(t)} What is shown about ${e} is the last that was known.</p>
    <button type="button" class="plain" @click=${n}>Try now</button>
  </div>`}var mt=class{host;id=`auctions`;title=`Auctions`;constructor(e){this.host=e}enter(){}leave(){}render(){return ut(`Auctions`,`This view is being built.`)}},ht=!0,gt=`uplot`,_t=`u-hz`,vt=`u-vt`,yt=`u-title`,bt=`u-wrap`,xt=`u-under`,St=`u-over`,Ct=`u-axis`,wt=`u-off`,Tt=`u-select`,Et=`u-cursor-x`,Dt=`u-cursor-y`,Ot=`u-cursor-pt`,kt=`u-legend`,At=`u-live`,jt=`u-inline`,Mt=`u-series`,Nt=`u-marker`,Pt=`u-label`,Ft=`u-value`,It=`width`,Lt=`height`,Rt=`top`,zt=`bottom`,Bt=`left`,Vt=`right`,Ht=`#000`,Ut=`#0000`,Wt=`mousemove`,Gt=`mousedown`,Kt=`mouseup`,qt=`mouseenter`,Jt=`mouseleave`,Yt=`dblclick`,Xt=`resize`,Zt=`scroll`,Qt=`change`,$t=`dppxchange`,en=`--`,tn=typeof window<`u`,nn=tn?document:null,rn=tn?window:null,an=tn?navigator:null,V,on;function sn(){let e=devicePixelRatio;V!=e&&(V=e,on&&xn(Qt,on,sn),on=matchMedia(`(min-resolution: ${V-.001}dppx) and (max-resolution: ${V+.001}dppx)`),bn(Qt,on,sn),rn.dispatchEvent(new CustomEvent($t)))}function cn(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function ln(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function H(e,t,n){e.style[t]=n+`px`}function un(e,t,n,r){let i=nn.createElement(e);return t!=null&&cn(i,t),n?.insertBefore(i,r),i}function dn(e,t){return un(`div`,e,t)}var fn=new WeakMap;function pn(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=fn.get(e)&&(e.style.transform=a,fn.set(e,a),t<0||n<0||t>r||n>i?cn(e,wt):ln(e,wt))}var mn=new WeakMap;function hn(e,t,n){let r=t+n;r!=mn.get(e)&&(mn.set(e,r),e.style.background=t,e.style.borderColor=n)}var gn=new WeakMap;function _n(e,t,n,r){let i=t+``+n;i!=gn.get(e)&&(gn.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}var vn={passive:!0},yn={...vn,capture:!0};function bn(e,t,n,r){t.addEventListener(e,n,r?yn:vn)}function xn(e,t,n,r){t.removeEventListener(e,n,vn)}tn&&sn();function Sn(e,t,n,r){let i;n||=0,r||=t.length-1;let a=r<=2147483647;for(;r-n>1;)i=a?n+r>>1:Un((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function Cn(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}var wn=e=>e!=null,Tn=e=>e!=null&&e>0,En=Cn(wn),Dn=Cn(Tn);function On(e,t,n,r=0,i=!1){let a=i?Dn:En,o=i?Tn:wn;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??W,c??-W]}function kn(e,t,n,r){let i=Yn(e),a=Yn(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?Xn:Zn,s=i==1?Un:Gn,c=a==1?Gn:Un,l=s(o(Hn(e))),u=c(o(Hn(t))),d=Jn(n,l),f=Jn(n,u);return n==10&&(l<0&&(d=K(d,-l)),u<0&&(f=K(f,-u))),r||n==2?(e=d*i,t=f*a):(e=pr(e,d),t=fr(t,f)),[e,t]}function An(e,t,n,r){let i=kn(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}var jn=.1,Mn={mode:3,pad:jn},Nn={pad:0,soft:null,mode:0},Pn={min:Nn,max:Nn};function Fn(e,t,n,r){return wr(n)?Ln(e,t,n):(Nn.pad=n,Nn.soft=r?0:null,Nn.mode=r?3:0,Ln(e,t,Pn))}function U(e,t){return e??t}function In(e,t,n){for(t=U(t,0),n=U(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1}function Ln(e,t,n){let r=n.min,i=n.max,a=U(r.pad,0),o=U(i.pad,0),s=U(r.hard,-W),c=U(i.hard,W),l=U(r.soft,W),u=U(i.soft,-W),d=U(r.mode,0),f=U(i.mode,0),p=t-e,m=Xn(p),h=qn(Hn(e),Hn(t)),g=Hn(Xn(h)-m);(p<1e-24||g>10)&&(p=0,(e==0||t==0)&&(p=1e-24,d==2&&l!=W&&(a=0),f==2&&u!=-W&&(o=0)));let _=p||h||1e3,v=Jn(10,Un(Xn(_))),y=K(pr(e-_*(p==0?e==0?.1:1:a),v/10),24),b=e>=l&&(d==1||d==3&&y<=l||d==2&&y>=l)?l:W,x=qn(s,y<b&&e>=b?b:Kn(b,y)),S=K(fr(t+_*(p==0?t==0?.1:1:o),v/10),24),C=t<=u&&(f==1||f==3&&S>=u||f==2&&S<=u)?u:-W,w=Kn(c,S>C&&t<=C?C:qn(C,S));return x==w&&x==0&&(w=100),[x,w]}var Rn=new Intl.NumberFormat(tn?an.language:`en-US`),zn=e=>Rn.format(e),Bn=Math,Vn=Bn.PI,Hn=Bn.abs,Un=Bn.floor,Wn=Bn.round,Gn=Bn.ceil,Kn=Bn.min,qn=Bn.max,Jn=Bn.pow,Yn=Bn.sign,Xn=Bn.log10,Zn=Bn.log2,Qn=(e,t=1)=>Bn.sinh(e)*t,$n=(e,t=1)=>Bn.asinh(e/t),W=1/0;function er(e){return(Xn((e^e>>31)-(e>>31))|0)+1}function tr(e,t,n){return Kn(qn(e,t),n)}function nr(e){return typeof e==`function`}function G(e){return nr(e)?e:()=>e}var rr=()=>{},ir=e=>e,ar=(e,t)=>t,or=e=>null,sr=e=>!0,cr=(e,t)=>e==t,lr=/\.\d*?(?=9{6,}|0{6,})/gm,ur=e=>{if(xr(e)||mr.has(e))return e;let t=`${e}`,n=t.match(lr);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${ur(e)}e${n}`}return K(e,r)};function dr(e,t){return ur(K(ur(e/t))*t)}function fr(e,t){return ur(Gn(ur(e/t))*t)}function pr(e,t){return ur(Un(ur(e/t))*t)}function K(e,t=0){if(xr(e))return e;let n=10**t;return Wn(e*n*(1+2**-52))/n}var mr=new Map;function hr(e){return((``+e).split(`.`)[1]||``).length}function gr(e,t,n,r){let i=[],a=r.map(hr);for(let o=t;o<n;o++){let t=Hn(o),n=K(Jn(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:K(c,l);i.push(u),mr.set(u,l)}}return i}var _r={},vr=[],yr=[null,null],br=Array.isArray,xr=Number.isInteger,Sr=e=>e===void 0;function Cr(e){return typeof e==`string`}function wr(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function Tr(e){return typeof e==`object`&&!!e}var Er=Object.getPrototypeOf(Uint8Array),Dr=`__proto__`;function Or(e,t=wr){let n;if(br(e)){let r=e.find(e=>e!=null);if(br(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=Or(e[r],t)}else n=e.slice()}else if(e instanceof Er)n=e.slice();else if(t(e)){n={};for(let r in e)r!=Dr&&(n[r]=Or(e[r],t))}else n=e;return n}function q(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=Dr&&(wr(e[t])?q(e[t],Or(r[t])):e[t]=Or(r[t]))}return e}var kr=0,Ar=1,jr=2;function Mr(e,t,n){for(let r=0,i,a=-1;r<t.length;r++){let o=t[r];if(o>a){for(i=o-1;i>=0&&e[i]==null;)e[i--]=null;for(i=o+1;i<n&&e[i]==null;)e[a=i++]=null}}}function Nr(e,t){if(Ir(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return J(t[0])||(t=Fr(t)),t}let n=new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:Ar,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=kr&&(l[n]=t,u==jr&&d.push(n)):l[n]=t}Mr(l,d,i),r.push(l)}}return r}var Pr=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask;function Fr(e){let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i}function Ir(e){let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0}function J(e,t=100){let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=qn(1,Un((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0}var Y=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],Lr=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function Rr(e){return e.slice(0,3)}var zr=Lr.map(Rr),Br={MMMM:Y,MMM:Y.map(Rr),WWWW:Lr,WWW:zr};function X(e){return(e<10?`0`:``)+e}function Vr(e){return(e<10?`00`:e<100?`0`:``)+e}var Hr={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+``).slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>X(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>X(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>X(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?`PM`:`AM`,aa:e=>e.getHours()>=12?`pm`:`am`,a:e=>e.getHours()>=12?`p`:`a`,mm:e=>X(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>X(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>Vr(e.getMilliseconds())};function Ur(e,t){t||=Br;let n=[],r=/\{([a-z]+)\}|[^{]+/gi,i;for(;i=r.exec(e);)n.push(i[0][0]==`{`?Hr[i[1]]:i[0]);return e=>{let r=``;for(let i=0;i<n.length;i++)r+=typeof n[i]==`string`?n[i]:n[i](e,t);return r}}var Wr=new Intl.DateTimeFormat().resolvedOptions().timeZone;function Gr(e,t){let n;return t==`UTC`||t==`Etc/UTC`?n=new Date(+e+e.getTimezoneOffset()*6e4):t==Wr?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n}var Kr=e=>e%1==0,qr=[1,2,2.5,5],Jr=gr(10,-32,0,qr),Yr=gr(10,0,32,qr),Xr=Yr.filter(Kr),Zr=Jr.concat(Yr),Qr=`
`,$r=`{YYYY}`,ei=Qr+$r,ti=`{M}/{D}`,ni=Qr+ti,ri=ni+`/{YY}`,ii=`{aa}`,ai=`{h}:{mm}`+ii,oi=Qr+ai,si=`:{ss}`,Z=null;function ci(e){let t=e*1e3,n=t*60,r=n*60,i=r*24,a=i*30,o=i*365,s=(e==1?gr(10,0,3,qr).filter(Kr):gr(10,-3,0,qr)).concat([t,t*5,t*10,t*15,t*30,n,n*5,n*10,n*15,n*30,r,r*2,r*3,r*4,r*6,r*8,r*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,a,a*2,a*3,a*4,a*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,$r,Z,Z,Z,Z,Z,Z,1],[i*28,`{MMM}`,ei,Z,Z,Z,Z,Z,1],[i,ti,ei,Z,Z,Z,Z,Z,1],[r,`{h}`+ii,ri,Z,ni,Z,Z,Z,1],[n,ai,ri,Z,ni,Z,Z,Z,1],[t,si,ri+` `+ai,Z,ni+` `+ai,Z,oi,Z,1],[e,si+`.{fff}`,ri+` `+ai,Z,ni+` `+ai,Z,oi,Z,1]];function l(t){return(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=K(g*e,3),v=vi(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=K(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:K(vi(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(Wn(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=vi(c+r*a,l+n*a,1),s=o-t(K(o*e,3));i=K((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(Un(l)-Un(_))+fr(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=K(o+d,e==1?0:3),!(o>u);)if(g>1){let e=Un(K(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24;let i=p[p.length-1];K((o-i)/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}}return[s,c,l]}var[li,ui,di]=ci(1),[fi,pi,mi]=ci(.001);gr(2,-53,53,[1]);function hi(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function gi(e,t){return(n,r,i,a,o)=>{let s=t.find(e=>o>=e[0])||t[t.length-1],c,l,u,d,f,p;return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=c&&s[2]||i!=l&&s[3]||a!=u&&s[4]||o!=d&&s[5]||m!=f&&s[6]||h!=p&&s[7]||s[1];return c=r,l=i,u=a,d=o,f=m,p=h,g(n)})}}function _i(e,t){let n=Ur(t);return(t,r,i,a,o)=>r.map(t=>n(e(t)))}function vi(e,t,n){return new Date(e,t,n)}function yi(e,t){return t(e)}var bi=`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`;function xi(e,t){return(n,r,i,a)=>a==null?en:t(e(r))}function Si(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null}function Ci(e,t){return e.series[t].fill(e,t)}var wi={show:!0,live:!0,isolate:!1,mount:rr,markers:{show:!0,width:2,stroke:Si,fill:Ci,dash:`solid`},idx:null,idxs:null,values:[]};function Ti(e,t){let n=e.cursor.points,r=dn(),i=n.size(e,t);H(r,It,i),H(r,Lt,i);let a=i/-2;H(r,`marginLeft`,a),H(r,`marginTop`,a);let o=n.width(e,t,i);return o&&H(r,`borderWidth`,o),r}function Ei(e,t){let n=e.series[t].points;return n._fill||n._stroke}function Di(e,t){let n=e.series[t].points;return n._stroke||n._fill}function Oi(e,t){return e.series[t].points.size}var ki=[0,0];function Ai(e,t,n){return ki[0]=t,ki[1]=n,ki}function ji(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function Mi(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}var Ni={show:!0,x:!0,y:!0,lock:!1,move:Ai,points:{one:!1,show:Ti,size:Oi,width:0,stroke:Di,fill:Ei},bind:{mousedown:ji,mouseup:ji,click:ji,dblclick:ji,mousemove:Mi,mouseleave:Mi,mouseenter:Mi},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,n,r,i)=>r-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},Pi={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},Fi=q({},Pi,{filter:ar}),Ii=q({},Fi,{size:10}),Li=q({},Pi,{show:!1}),Ri=`12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"`,zi=`bold `+Ri,Bi=1.5,Vi={show:!0,scale:`x`,stroke:Ht,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:zi,side:2,grid:Fi,ticks:Ii,border:Li,font:Ri,lineGap:Bi,rotate:0},Hi=`Value`,Ui=`Time`,Wi={show:!0,scale:`x`,auto:!1,sorted:1,min:W,max:-1/0,idxs:[]};function Gi(e,t,n,r,i){return t.map(e=>e==null?``:zn(e))}function Ki(e,t,n,r,i,a,o){let s=[],c=mr.get(i)||0;n=o?n:K(fr(n,i),c);for(let e=n;e<=r;e=K(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function qi(e,t,n,r,i,a,o){let s=[],c=e.scales[e.axes[t].scale].log;i=Jn(c,Un((c==10?Xn:Zn)(n))),c==10&&(i=Zr[Sn(i,Zr)]);let l=n,u=i*c;c==10&&(u=Zr[Sn(u,Zr)]);do s.push(l),l+=i,c==10&&!mr.has(l)&&(l=K(l,mr.get(i))),l>=u&&(i=l,u=i*c,c==10&&(u=Zr[Sn(u,Zr)]));while(l<=r);return s}function Ji(e,t,n,r,i,a,o){let s=e.scales[e.axes[t].scale].asinh,c=r>s?qi(e,t,qn(s,n),r,i):[s],l=r>=0&&n<=0?[0]:[];return(n<-s?qi(e,t,qn(s,-r),-n,i):[s]).reverse().map(e=>-e).concat(l,c)}var Yi=/./,Xi=/[12357]/,Zi=/[125]/,Qi=/1/,$i=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function ea(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=e.scales[o],c=e.valToPos,l=a._space,u=c(10,o),d=c(9,o)-u>=l?Yi:c(7,o)-u>=l?Xi:c(5,o)-u>=l?Zi:Qi;if(d==Qi){let e=Hn(c(1,o)-u);if(e<l)return $i(t.slice().reverse(),s.distr,d,Gn(l/e)).reverse()}return $i(t,s.distr,d,1)}function ta(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=a._space,c=e.valToPos,l=Hn(c(1,o)-c(2,o));return l<s?$i(t.slice().reverse(),3,Yi,Gn(s/l)).reverse():t}function na(e,t,n,r){return r==null?en:t==null?``:zn(t)}var ra={show:!0,scale:`y`,stroke:Ht,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:zi,side:3,grid:Fi,ticks:Ii,border:Li,font:Ri,lineGap:Bi,rotate:0};function ia(e,t){return K((3+(e||1)*2)*t,3)}function Q(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=Hn(e.valToPos(i[r[1]],n,!0)-a)/(e.series[t].points.space*V);return r[1]-r[0]<=o}var aa={scale:null,auto:!0,sorted:0,min:W,max:-1/0},oa=(e,t,n,r,i)=>i,sa={show:!0,auto:!0,sorted:0,gaps:oa,alpha:1,facets:[q({},aa,{scale:`x`}),q({},aa,{scale:`y`})]},ca={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:oa,alpha:1,points:{show:Q,filter:null},values:null,min:W,max:-1/0,idxs:[],path:null,clip:null};function la(e,t,n,r,i){return n/10}var ua={time:ht,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},da=q({},ua,{time:!1,ori:1}),fa={};function pa(e,t){let n=fa[e];return n||(n={key:e,plots:[],sub(e){n.plots.push(e)},unsub(e){n.plots=n.plots.filter(t=>t!=e)},pub(e,t,r,i,a,o,s){for(let c=0;c<n.plots.length;c++)n.plots[c]!=t&&n.plots[c].pub(e,t,r,i,a,o,s)}},e!=null&&(fa[e]=n)),n}var ma=1,ha=2;function ga(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,Ta,Da,ka,ja,Na):n(i,c,l,u,d,_,g,p,f,h,m,Ea,Oa,Aa,Ma,Pa)}function _a(e,t){let n=0,r=0,i=U(e.bands,vr);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function va(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function ya(e,t,n,r,i,a){return ga(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?Da:Oa,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function ba(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?ka:Aa,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function xa(e,t,n){let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])}function Sa(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function Ca(e){return e==0?ir:e==1?Wn:t=>dr(t,e)}function wa(e){let t=e==0?Ta:Ea,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=Kn(c,o/2,s/2),l=Kn(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}var Ta=(e,t,n)=>{e.moveTo(t,n)},Ea=(e,t,n)=>{e.moveTo(n,t)},Da=(e,t,n)=>{e.lineTo(t,n)},Oa=(e,t,n)=>{e.lineTo(n,t)},ka=wa(0),Aa=wa(1),ja=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},Ma=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},Na=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},Pa=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function Fa(e){return(e,t,n,r,i)=>ga(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let{pxRound:h,points:g}=t,_,v;s.ori==0?(_=Ta,v=ja):(_=Ea,v=Ma);let y=K(g.width*V,3),b=(g.size-g.width)/2*V,x=K(b*2,3),S=new Path2D,C=new Path2D,{left:w,top:T,width:E,height:D}=e.bbox;ka(C,w-x,T-x,E+x*2,D+x*2);let O=e=>{if(o[e]!=null){let t=h(l(a[e],s,p,d)),n=h(u(o[e],c,m,f));_(S,t+b,n),v(S,t,n,b,0,Vn*2)}};if(i)i.forEach(O);else for(let e=n;e<=r;e++)O(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function Ia(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}var La=Ia(Da),Ra=Ia(Oa);function za(e){let t=U(e?.alignGaps,0);return(e,n,r,i)=>ga(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=En(s,r,i);let g=a.pxRound,_=e=>g(u(e,c,m,f)),v=e=>g(d(e,l,h,p)),y,b;c.ori==0?(y=Da,b=La):(y=Oa,b=Ra);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:ma},C=S.stroke,w=!1;if(i-r>=m*4){let t=t=>e.posToVal(t,c.key,!0),n=null,a=null,l,u,d,f=_(o[x==1?r:i]),p=_(o[r]),m=_(o[i]),h=t(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:_(r),c=s[e];i==f?c==null?c===null&&(w=!0):(u=c,n==null?(y(C,i,v(u)),l=n=a=u):u<n?n=u:u>a&&(a=u)):(n!=null&&b(C,f,v(n),v(a),v(l),v(u)),c==null?(n=a=null,c===null&&(w=!0)):(u=c,y(C,i,v(u)),n=a=l=u),f=i,h=t(f+x))}n!=null&&n!=a&&d!=f&&b(C,f,v(n),v(a),v(l),v(u))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&y(C,_(o[e]),v(t))}let[T,E]=_a(e,n);if(a.fill!=null||T!=0){let t=S.fill=new Path2D(C),s=v(a.fillTo(e,n,a.min,a.max,T)),c=_(o[r]),l=_(o[i]);x==-1&&([l,c]=[c,l]),y(t,l,s),y(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...Sa(o,s,r,i,x,_,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=ba(l,c.ori,f,p,m,h)}return E!=0&&(S.band=E==2?[ya(e,n,r,i,C,-1),ya(e,n,r,i,C,1)]:ya(e,n,r,i,C,E)),S})}function Ba(e){let t=U(e.align,1),n=U(e.ascDesc,!1),r=U(e.alignGaps,0),i=U(e.extend,!1);return(e,a,o,s)=>ga(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=En(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?Da:Oa,T={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:ma},E=T.stroke,D=d.dir*(d.ori==0?1:-1),O=C(u[D==1?o:s]),k=S(l[D==1?o:s]),ee=k,A=k;i&&t==-1&&(A=b,w(E,A,O)),w(E,k,O);for(let e=D==1?o:s;e>=o&&e<=s;e+=D){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(E,r,O):w(E,ee,i),w(E,r,i),O=i,ee=r}let te=ee;i&&t==1&&(te=b+x,w(E,te,O));let[ne,re]=_a(e,a);if(c.fill!=null||ne!=0){let t=T.fill=new Path2D(E),n=C(c.fillTo(e,a,c.min,c.max,ne));w(t,te,n),w(t,A,n)}if(!c.spanGaps){let i=[];i.push(...Sa(l,u,o,s,D,S,r));let f=c.width*V/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),T.gaps=i=c.gaps(e,a,o,s,i),T.clip=ba(i,d.ori,h,g,_,v)}return re!=0&&(T.band=re==2?[ya(e,a,o,s,E,-1),ya(e,a,o,s,E,1)]:ya(e,a,o,s,E,re)),T})}function Va(e,t,n,r,i,a,o=W){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=Hn(e[c]-e[s]);t<l&&(l=t,o=Hn(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function Ha(e){e||=_r;let t=U(e.size,[.6,W,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=G(i),o=1-t[0],s=U(t[1],W),c=U(t[2],1),l=U(e.disp,_r),u=U(e.each,e=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>ga(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let T=m.pxRound,E=n,D=r*V,O=s*V,k=c*V,ee,A;_.ori==0?[ee,A]=a(e,t):[A,ee]=a(e,t);let te=_.dir*(_.ori==0?1:-1),ne=_.ori==0?ka:Aa,re=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},ie=U(e.bands,vr).find(e=>e.series[0]==t),ae=ie==null?0:ie.dir,oe=m.fillTo(e,t,m.min,m.max,ae),j=T(b(oe,v,w,S)),M,N,P,F=C,I=T(m.width*V),se=!1,ce=null,le=null,ue=null,de=null;d!=null&&(I==0||f!=null)&&(se=!0,ce=d.values(e,t,i,p),le=new Map,new Set(ce).forEach(e=>{e!=null&&le.set(e,new Path2D)}),I>0&&(ue=f.values(e,t,i,p),de=new Map,new Set(ue).forEach(e=>{e!=null&&de.set(e,new Path2D)})));let{x0:fe,size:pe}=l;if(fe!=null&&pe!=null){E=1,h=fe.values(e,t,i,p),fe.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=pe.values(e,t,i,p);N=pe.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),F=Va(h,g,y,_,C,x,F),P=F-N+D}else F=Va(h,g,y,_,C,x,F),P=F*o+D,N=F-P;P<1&&(P=0),I>=N/2&&(I=0),P<5&&(T=ir);let me=P>0,he=F-P-(me?I:0);N=T(tr(he,k,O)),M=(E==0?N/2:E==te?0:N)-E*te*((E==0?D/2:0)+(me?I/2:0));let L={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},ge=se?null:new Path2D,_e=null;if(ie!=null)_e=e.data[ie.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),_e=n.values(e,t,i,p))}let ve=ee*N,ye=A*N;for(let n=te==1?i:p;n>=i&&n<=p;n+=te){let r=g[n];if(r==null)continue;if(_e!=null){let e=_e[n]??0;if(r-e==0)continue;j=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(U(r,oe),v,w,S),o=T(i-M),s=T(qn(a,j)),c=T(Kn(a,j)),u=s-c;if(r!=null){let i=r<0?ye:ve,a=r<0?ve:ye;se?(I>0&&ue[n]!=null&&ne(de.get(ue[n]),o,c+Un(I/2),N,qn(0,u-I),i,a),ce[n]!=null&&ne(le.get(ce[n]),o,c+Un(I/2),N,qn(0,u-I),i,a)):ne(ge,o,c+Un(I/2),N,qn(0,u-I),i,a),re(e,t,n,o-I/2,c,N+I,u)}}return I>0?L.stroke=se?de:ge:se||(L._fill=m.width==0?m._fill:m._stroke??m._fill,L.width=0),L.fill=se?le:ge,L})}function Ua(e,t){let n=U(t?.alignGaps,0);return(t,r,i,a)=>ga(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=En(c,i,a);let _=o.pxRound,v=e=>_(d(e,l,h,p)),y=e=>_(f(e,u,g,m)),b,x,S;l.ori==0?(b=Ta,S=Da,x=Na):(b=Ea,S=Oa,x=Pa);let C=l.dir*(l.ori==0?1:-1),w=v(s[C==1?i:a]),T=w,E=[],D=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=s[e],n=v(t);E.push(T=n),D.push(y(c[e]))}let O={stroke:e(E,D,b,S,x,_),fill:null,clip:null,band:null,gaps:null,flags:ma},k=O.stroke,[ee,A]=_a(t,r);if(o.fill!=null||ee!=0){let e=O.fill=new Path2D(k),n=y(o.fillTo(t,r,o.min,o.max,ee));S(e,T,n),S(e,w,n)}if(!o.spanGaps){let e=[];e.push(...Sa(s,c,i,a,C,v,n)),O.gaps=e=o.gaps(t,r,i,a,e),O.clip=ba(e,l.ori,p,m,h,g)}return A!=0&&(O.band=A==2?[ya(t,r,i,a,k,-1),ya(t,r,i,a,k,1)]:ya(t,r,i,a,k,A)),O})}function Wa(e){return Ua(Ga,e)}function Ga(e,t,n,r,i,a){let o=e.length;if(o<2)return null;let s=new Path2D;if(n(s,e[0],t[0]),o==2)r(s,e[1],t[1]);else{let n=Array(o),r=Array(o-1),a=Array(o-1),c=Array(o-1);for(let n=0;n<o-1;n++)a[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=a[n]/c[n];n[0]=r[0];for(let e=1;e<o-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[o-1]=r[o-2];for(let r=0;r<o-1;r++)i(s,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return s}var Ka=new Set;function qa(){for(let e of Ka)e.syncRect(!0)}tn&&(bn(Xt,rn,qa),bn(Zt,rn,qa,!0),bn($t,rn,()=>{lo.pxRatio=V}));var Ja=za(),Ya=Fa();function Xa(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>Qa(e,r,t,n))}function Za(e,t){return e.map((e,n)=>n==0?{}:q({},t,e))}function Qa(e,t,n,r){return q({},t==0?n:r,e)}function $a(e,t,n){return t==null?yr:[t,n]}var eo=$a;function to(e,t,n){return t==null?yr:Fn(t,n,jn,!0)}function no(e,t,n,r){return t==null?yr:kn(t,n,e.scales[r].log,!1)}var ro=no;function io(e,t,n,r){return t==null?yr:An(t,n,e.scales[r].log,!1)}var ao=io;function oo(e,t,n,r,i){let a=qn(er(e),er(t)),o=t-e,s=Sn(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?mr.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function so(e){let t,n;return e=e.replace(/(\d+)px/,(e,r)=>(t=Wn((n=+r)*V))+`px`),[e,t,n]}function co(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=K(e[2]*V,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function lo(e,t,n){let r={mode:U(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function s(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let c=!1;r.status=0;let l=r.root=dn(gt);if(e.id!=null&&(l.id=e.id),cn(l,e.class),e.title){let t=dn(yt,l);t.textContent=e.title}let u=un(`canvas`),d=r.ctx=u.getContext(`2d`),f=dn(bt,l);bn(`click`,f,e=>{e.target===m&&(J!=Mr||Y!=Nr)&&Rr.click(r,e)},!0);let p=r.under=dn(xt,f);f.appendChild(u);let m=r.over=dn(St,f);e=Or(e);let h=+U(e.pxAlign,1),g=Ca(h);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let _=e.ms||.001,v=r.series=i==1?Xa(e.series||[],Wi,ca,!1):Za(e.series||[null],sa),y=r.axes=Xa(e.axes||[],Vi,ra,!0),b=r.scales={},x=r.bands=e.bands||[];x.forEach(e=>{e.fill=G(e.fill||null),e.dir=U(e.dir,-1)});let S=i==2?v[1].facets[0].scale:v[0].scale,C={axes:Yn,series:wn},w=(e.drawOrder||[`axes`,`series`]).map(e=>C[e]);function T(e){let t=e.distr==3?t=>Xn(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>$n(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e,o=a-i;return(r-i)/o}}function E(t){let n=b[t];if(n==null){let r=(e.scales||_r)[t]||_r;if(r.from!=null){E(r.from);let e=q({},b[r.from],r,{key:t});e.valToPct=T(e),b[t]=e}else{n=b[t]=q({},t==S?ua:da,r),n.key=t;let e=n.time,a=n.range,o=br(a);if((t!=S||i==2&&!e)&&(o&&(a[0]==null||a[1]==null)&&(a={min:a[0]==null?Mn:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?Mn:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&wr(a))){let e=a;a=(t,n,r)=>n==null?yr:Fn(n,r,e)}n.range=G(a||(e?eo:t==S?n.distr==3?ro:n.distr==4?ao:$a:n.distr==3?no:n.distr==4?io:to)),n.auto=G(!o&&n.auto),n.clamp=G(n.clamp||la),n._min=n._max=null,n.valToPct=T(n)}}}E(`x`),E(`y`),i==1&&v.forEach(e=>{E(e.scale)}),y.forEach(e=>{E(e.scale)});for(let t in e.scales)E(t);let D=b[S],O=D.distr,k,ee;D.ori==0?(cn(l,_t),k=a,ee=o):(cn(l,vt),k=o,ee=a);let A={};for(let e in b){let t=b[e];(t.min!=null||t.max!=null)&&(A[e]={min:t.min,max:t.max},t.min=t.max=null)}let te=e.tzDate||(e=>new Date(Wn(e/_))),ne=e.fmtDate||Ur,re=_==1?di(te):mi(te),ie=gi(te,hi(_==1?ui:pi,ne)),ae=xi(te,yi(bi,ne)),oe=[],j=r.legend=q({},wi,e.legend),M=r.cursor=q({},Ni,{drag:{y:i==2}},e.cursor),N=j.show,P=M.show,F=j.markers;j.idxs=oe,F.width=G(F.width),F.dash=G(F.dash),F.stroke=G(F.stroke),F.fill=G(F.fill);let I,se,ce,le=[],ue=[],de,fe=!1,pe={};if(j.live){let e=v[1]?v[1].values:null;fe=e!=null,de=fe?e(r,1,0):{_:0};for(let e in de)pe[e]=en}if(N){if(I=un(`table`,kt,l),ce=un(`tbody`,null,I),j.mount(r,I),fe){se=un(`thead`,null,I,ce);let e=un(`tr`,null,se);for(var me in un(`th`,null,e),de)un(`th`,Pt,e).textContent=me}else cn(I,jt),j.live&&cn(I,At)}let he={show:!0},L={show:!1};function ge(e,t){if(t==0&&(fe||!j.live||i==2))return yr;let n=[],a=un(`tr`,Mt,ce,ce.childNodes[t]);cn(a,e.class),e.show||cn(a,wt);let o=un(`th`,null,a);if(F.show){let e=dn(Nt,o);if(t>0){let n=F.width(r,t);n&&(e.style.border=n+`px `+F.dash(r,t)+` `+F.stroke(r,t)),e.style.background=F.fill(r,t)}}let s=dn(Pt,o);for(var c in e.label instanceof HTMLElement?s.appendChild(e.label):s.textContent=e.label,t>0&&(F.show||(s.style.color=e.width>0?F.stroke(r,t):F.fill(r,t)),ve(`click`,o,t=>{if(M._lock)return;We(t);let n=v.indexOf(e);if((t.ctrlKey||t.metaKey)!=j.isolate){let e=v.some((e,t)=>t>0&&t!=n&&e.show);v.forEach((t,r)=>{r>0&&Kr(r,e?r==n?he:L:he,!0,Q.setSeries)})}else Kr(n,{show:!e.show},!0,Q.setSeries)},!1),qe&&ve(qt,o,t=>{M._lock||(We(t),Kr(v.indexOf(e),ni,!0,Q.setSeries))},!1)),de){let e=un(`td`,Ft,a);e.textContent=`--`,n.push(e)}return[a,n]}let _e=new Map;function ve(e,t,n,i=!0){let a=_e.get(t)||{},o=M.bind[e](r,t,n,i);o&&(bn(e,t,a[e]=o),_e.set(t,a))}function ye(e,t,n){let r=_e.get(t)||{};for(let n in r)(e==null||n==e)&&(xn(n,t,r[n]),delete r[n]);e??_e.delete(t)}let be=0,xe=0,R=0,z=0,Se=0,Ce=0,we=Se,Te=Ce,Ee=R,De=z,Oe=0,ke=0,Ae=0,je=0;r.bbox={};let Me=!1,Ne=!1,Pe=!1,Fe=!1,Ie=!1,Le=!1;function Re(e,t,n){(n||e!=r.width||t!=r.height)&&ze(e,t),Zn(!1),Pe=!0,Ne=!0,ur()}function ze(e,t){r.width=be=R=e,r.height=xe=z=t,Se=Ce=0,He(),Ue();let n=r.bbox;Oe=n.left=dr(Se*V,.5),ke=n.top=dr(Ce*V,.5),Ae=n.width=dr(R*V,.5),je=n.height=dr(z*V,.5)}function Be(){let e=!1,t=0;for(;!e;){t++;let n=Bn(t),i=Un(t);e=t==3||n&&i,e||(ze(r.width,r.height),Ne=!0)}}function Ve({width:e,height:t}){Re(e,t)}r.setSize=Ve;function He(){let e=!1,t=!1,n=!1,r=!1;y.forEach((i,a)=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(R-=c,a==3?(Se+=c,r=!0):n=!0):(z-=c,a==0?(Ce+=c,e=!0):t=!0))}}),nt[0]=e,nt[1]=n,nt[2]=t,nt[3]=r,R-=ot[1]+ot[3],Se+=ot[3],z-=ot[2]+ot[0],Ce+=ot[0]}function Ue(){let e=Se+R,t=Ce+z,n=Se,r=Ce;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}y.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})}if(M.dataIdx==null){let e=M.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=G(e.prox),i=e.bias??=0;M.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??W,u=l>=0&&l<W,d=D.ori==0?R:z,f=M.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e=null,t=null,r;if(i==0||i==-1)for(r=o;e==null&&r-->0;)n.has(m[r])||(e=r);if(i==0||i==1)for(r=o;t==null&&r++<m.length;)n.has(m[r])||(t=r);if(e!=null||t!=null){if(u){let n=e==null?-1/0:k(p[e],D,d,0),r=t==null?1/0:k(p[t],D,d,0),i=f-n,a=r-f;i<=a?i<=l&&(c=e):a<=l&&(c=t)}else c=t==null?e:e==null?t:o-e<=t-o?e:t}}else u&&Hn(f-k(p[o],D,d,0))>l&&(c=null);return c}}let We=e=>{M.event=e};M.idxs=oe,M._lock=!1;let Ge=M.points;Ge.show=G(Ge.show),Ge.size=G(Ge.size),Ge.stroke=G(Ge.stroke),Ge.width=G(Ge.width),Ge.fill=G(Ge.fill);let Ke=r.focus=q({},e.focus||{alpha:.3},M.focus),qe=Ke.prox>=0,Je=qe&&Ge.one,Ye=[],Xe=[],Ze=[];function Qe(e,t){let n=Ge.show(r,t);if(n instanceof HTMLElement)return cn(n,Ot),cn(n,e.class),pn(n,-10,-10,R,z),m.insertBefore(n,Ye[t]),n}function $e(e,t){if(i==1||t>0){let t=i==1&&b[e.scale].time,n=e.value;e.value=t?Cr(n)?xi(te,yi(n,ne)):n||ae:n||na,e.label=e.label||(t?Ui:Hi)}if(Je||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||Ja||or,e.fillTo=G(e.fillTo||va),e.pxAlign=+U(e.pxAlign,h),e.pxRound=Ca(e.pxAlign),e.stroke=G(e.stroke||null),e.fill=G(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=ia(qn(1,e.width),1),n=e.points=q({},{size:t,width:qn(1,t*.2),stroke:e.stroke,space:t*2,paths:Ya,_stroke:null,_fill:null},e.points);n.show=G(n.show),n.filter=G(n.filter),n.fill=G(n.fill),n.stroke=G(n.stroke),n.paths=G(n.paths),n.pxAlign=e.pxAlign}if(N){let n=ge(e,t);le.splice(t,0,n[0]),ue.splice(t,0,n[1]),j.values.push(null)}if(P){oe.splice(t,0,null);let n=null;Je?t==0&&(n=Qe(e,t)):t>0&&(n=Qe(e,t)),Ye.splice(t,0,n),Xe.splice(t,0,0),Ze.splice(t,0,0)}Qi(`addSeries`,t)}function et(e,t){t??=v.length,e=i==1?Qa(e,t,Wi,ca):Qa(e,t,{},sa),v.splice(t,0,e),$e(v[t],t)}r.addSeries=et;function tt(e){if(v.splice(e,1),N){j.values.splice(e,1),ue.splice(e,1);let t=le.splice(e,1)[0];ye(null,t.firstChild),t.remove()}P&&(oe.splice(e,1),Ye.splice(e,1)[0].remove(),Xe.splice(e,1),Ze.splice(e,1)),Qi(`delSeries`,e)}r.delSeries=tt;let nt=[!1,!1,!1,!1];function rt(e,t){if(e._show=e.show,e.show){let n=e.side%2,i=b[e.scale];i??=(e.scale=n?v[1].scale:S,b[e.scale]);let a=i.time;e.size=G(e.size),e.space=G(e.space),e.rotate=G(e.rotate),br(e.incrs)&&e.incrs.forEach(e=>{!mr.has(e)&&mr.set(e,hr(e))}),e.incrs=G(e.incrs||(i.distr==2?Xr:a?_==1?li:fi:Zr)),e.splits=G(e.splits||(a&&i.distr==1?re:i.distr==3?qi:i.distr==4?Ji:Ki)),e.stroke=G(e.stroke),e.grid.stroke=G(e.grid.stroke),e.ticks.stroke=G(e.ticks.stroke),e.border.stroke=G(e.border.stroke);let o=e.values;e.values=br(o)&&!br(o[0])?G(o):a?br(o)?gi(te,hi(o,ne)):Cr(o)?_i(te,o):o||ie:o||Gi,e.filter=G(e.filter||(i.distr>=3&&i.log==10?ea:i.distr==3&&i.log==2?ta:ar)),e.font=so(e.font),e.labelFont=so(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(nt[t]=!0,e._el=dn(Ct,f))}}function it(e,t,n,r){let[i,a,o,s]=n,c=t%2,l=0;return c==0&&(s||a)&&(l=t==0&&!i||t==2&&!o?Wn(Vi.size/3):0),c==1&&(i||o)&&(l=t==1&&!a||t==3&&!s?Wn(ra.size/2):0),l}let at=r.padding=(e.padding||[it,it,it,it]).map(e=>G(U(e,it))),ot=r._padding=at.map((e,t)=>e(r,t,nt,0)),st,ct=null,B=null,lt=i==1?v[0].idxs:null,ut=null,dt=!1;function ft(e,n){if(t=e??[],r.data=r._data=t,i==2){st=0;for(let e=1;e<v.length;e++)st+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),ut=t[0],st=ut.length;let e=t;if(O==2){e=t.slice();let n=e[0]=Array(st);for(let e=0;e<st;e++)n[e]=e}r._data=t=e}if(Zn(!0),Qi(`setData`),O==2&&(Pe=!0),n!==!1){let e=D;e.auto(r,dt)?pt():Gr(S,e.min,e.max),Fe||=M.left>=0,Le=!0,ur()}}r.setData=ft;function pt(){dt=!0;let e,n;i==1&&(st>0?(ct=lt[0]=0,B=lt[1]=st-1,e=t[0][ct],n=t[0][B],O==2?(e=ct,n=B):e==n&&(O==3?[e,n]=kn(e,e,D.log,!1):O==4?[e,n]=An(e,e,D.log,!1):D.time?n=e+Wn(86400/_):[e,n]=Fn(e,n,jn,!0))):(ct=lt[0]=e=null,B=lt[1]=n=null)),Gr(S,e,n)}let mt,ht,Ht,Xt,Zt,Qt,tn,an,on,sn;function fn(e,t,n,r,i,a){e??=Ut,n??=vr,r??=`butt`,i??=Ut,a??=`round`,e!=mt&&(d.strokeStyle=mt=e),i!=ht&&(d.fillStyle=ht=i),t!=Ht&&(d.lineWidth=Ht=t),a!=Zt&&(d.lineJoin=Zt=a),r!=Qt&&(d.lineCap=Qt=r),n!=Xt&&d.setLineDash(Xt=n)}function mn(e,t,n,r){t!=ht&&(d.fillStyle=ht=t),e!=tn&&(d.font=tn=e),n!=an&&(d.textAlign=an=n),r!=on&&(d.textBaseline=on=r)}function gn(e,t,n,i,a=0){if(i.length>0&&e.auto(r,dt)&&(t==null||t.min==null)){let t=U(ct,0),r=U(B,i.length-1),o=n.min==null?On(i,t,r,a,e.distr==3):[n.min,n.max];e.min=Kn(e.min,n.min=o[0]),e.max=qn(e.max,n.max=o[1])}}let vn={min:null,max:null};function yn(){for(let e in b){let t=b[e];A[e]==null&&(t.min==null||A[S]!=null&&t.auto(r,dt))&&(A[e]=vn)}for(let e in b){let t=b[e];A[e]==null&&t.from!=null&&A[t.from]!=null&&(A[e]=vn)}A[S]!=null&&Zn(!0);let e={};for(let t in A){let n=A[t];if(n!=null){let a=e[t]=Or(b[t],Tr);if(n.min!=null)q(a,n);else if(t!=S||i==2){if(st==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=W,a.max=-1/0}}}if(st>0){v.forEach((n,a)=>{if(i==1){let i=n.scale,o=A[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],ct=Sn(s.min,t[0]),B=Sn(s.max,t[0]),B-ct>1&&(t[0][ct]<s.min&&ct++,t[0][B]>s.max&&B--),n.min=ut[ct],n.max=ut[B]}else n.show&&n.auto&&gn(s,o,n,t[a],n.sorted);n.idxs[0]=ct,n.idxs[1]=B}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&gn(u,A[o],r,c,r.sorted),d!=null&&gn(d,A[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=A[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==W?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=b[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?Xn(i.min):e==4?$n(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?Xn(i.max):e==4?$n(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){v.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)Pe=!0,Qi(`setScale`,e);P&&M.left>=0&&(Fe=Le=!0)}for(let e in A)A[e]=null}function Cn(e){let t=tr(ct-1,0,st-1),n=tr(B+1,0,st-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<st-1;)n++;return[t,n]}function wn(){if(st>0){let e=v.some(e=>e._focus)&&sn!=Ke.alpha;e&&(d.globalAlpha=sn=Ke.alpha),v.forEach((e,n)=>{if(n>0&&e.show&&(Tn(n,!1),Tn(n,!0),e._paths==null)){let a=sn;sn!=e.alpha&&(d.globalAlpha=sn=e.alpha);let o=i==2?[0,t[n][0].length-1]:Cn(t[n]);e._paths=e.paths(r,n,o[0],o[1]),sn!=a&&(d.globalAlpha=sn=a)}}),v.forEach((e,t)=>{if(t>0&&e.show){let n=sn;sn!=e.alpha&&(d.globalAlpha=sn=e.alpha),e._paths!=null&&En(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,ct,B,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,ct,B,a),En(t,!0))}sn!=n&&(d.globalAlpha=sn=n),Qi(`drawSeries`,t)}}),e&&(d.globalAlpha=sn=1)}}function Tn(e,t){let n=t?v[e].points:v[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function En(e,t){let n=t?v[e].points:v[e],{stroke:r,fill:i,clip:a,flags:o,_stroke:s=n._stroke,_fill:c=n._fill,_width:l=n.width}=n._paths;l=K(l*V,3);let u=null,f=l%2/2;t&&c==null&&(c=l>0?`#fff`:s);let p=n.pxAlign==1&&f>0;if(p&&d.translate(f,f),!t){let e=Oe-l/2,t=ke-l/2,n=Ae+l,r=je+l;u=new Path2D,u.rect(e,t,n,r)}t?Nn(s,l,n.dash,n.cap,c,r,i,o,a):Dn(e,s,l,n.dash,n.cap,c,r,i,o,u,a),p&&d.translate(-f,-f)}function Dn(e,n,i,a,o,s,c,l,u,d,f){let p=!1;u!=0&&x.forEach((m,h)=>{if(m.series[0]==e){let e=v[m.series[1]],g=t[m.series[1]],_=(e._paths||_r).band;br(_)&&(_=m.dir==1?_[0]:_[1]);let y,b=null;e.show&&_&&In(g,ct,B)?(b=m.fill(r,h)||s,y=e._paths.clip):_=null,Nn(n,i,a,o,b,c,l,u,d,f,y,_),p=!0}}),p||Nn(n,i,a,o,s,c,l,u,d,f)}function Nn(e,t,n,r,i,a,o,s,c,l,u,f){fn(e,t,n,r,i),(c||l||f)&&(d.save(),c&&d.clip(c),l&&d.clip(l)),f?(s&3)==3?(d.clip(f),u&&d.clip(u),Ln(i,o),Pn(e,a,t)):s&ha?(Ln(i,o),d.clip(f),Pn(e,a,t)):s&ma&&(d.save(),d.clip(f),u&&d.clip(u),Ln(i,o),d.restore(),Pn(e,a,t)):(Ln(i,o),Pn(e,a,t)),(c||l||f)&&d.restore()}function Pn(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{d.strokeStyle=mt=t,d.stroke(e)}):t!=null&&e&&d.stroke(t))}function Ln(e,t){t instanceof Map?t.forEach((e,t)=>{d.fillStyle=ht=t,d.fill(e)}):t!=null&&e&&d.fill(t)}function Rn(e,t,n,i){let a=y[e],o;if(i<=0)o=[0,0];else{let s=a._space=a.space(r,e,t,n,i);o=oo(t,n,a._incrs=a.incrs(r,e,t,n,i,s),i,s)}return a._found=o}function zn(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;h==1&&d.translate(u,u),fn(s,o,c,l,s),d.beginPath();let f,p,m,g,_=i+(r==0||r==3?-a:a);n==0?(p=i,g=_):(f=i,m=_);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?f=m=e[r]:p=g=e[r],d.moveTo(f,p),d.lineTo(m,g));d.stroke(),h==1&&d.translate(-u,-u)}function Bn(e){let t=!0;return y.forEach((n,i)=>{if(!n.show)return;let a=b[n.scale];if(a.min==null){n._show&&(t=!1,n._show=!1,Zn(!1));return}n._show||(t=!1,n._show=!0,Zn(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=Rn(i,c,l,s==0?R:z);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>ut[e]):p,h=a.distr==2?ut[p[1]]-ut[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=Gn(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function Un(e){let t=!0;return at.forEach((n,i)=>{let a=n(r,i,nt,e);a!=ot[i]&&(t=!1),ot[i]=a}),t}function Yn(){for(let e=0;e<y.length;e++){let t=y[e];if(!t.show||!t._show)continue;let n=t.side,i=n%2,a,o,c=t.stroke(r,e),l=n==0||n==3?-1:1,[u,f]=t._found;if(t.label!=null){let s=t.labelGap*l,p=Wn((t._lpos+s)*V);mn(t.labelFont[0],c,`center`,n==2?Rt:zt),d.save(),i==1?(a=o=0,d.translate(p,Wn(ke+je/2)),d.rotate((n==3?-Vn:Vn)/2)):(a=Wn(Oe+Ae/2),o=p);let m=nr(t.label)?t.label(r,e,u,f):t.label;d.fillText(m,a,o),d.restore()}if(f==0)continue;let p=b[t.scale],m=i==0?Ae:je,h=i==0?Oe:ke,_=t._splits,v=p.distr==2?_.map(e=>ut[e]):_,x=p.distr==2?ut[_[1]]-ut[_[0]]:u,S=t.ticks,C=t.border,w=S.show?S.size:0,T=Wn(w*V),E=Wn((t.alignTo==2?t._size-w-t.gap:t.gap)*V),D=t._rotate*-Vn/180,O=g(t._pos*V),k=O+(T+E)*l;o=i==0?k:0,a=i==1?k:0;let ee=t.font[0];mn(ee,c,t.align==1?Bt:t.align==2?Vt:D>0?Bt:D<0?Vt:i==0?`center`:n==3?Vt:Bt,D||i==1?`middle`:n==2?Rt:zt);let A=t.font[1]*t.lineGap,te=_.map(e=>g(s(e,p,m,h))),ne=t._values;for(let e=0;e<ne.length;e++){let t=ne[e];if(t!=null){i==0?a=te[e]:o=te[e],t=``+t;let n=t.indexOf(`
`)==-1?[t]:t.split(/\n/gm);for(let e=0;e<n.length;e++){let t=n[e];D?(d.save(),d.translate(a,o+e*A),d.rotate(D),d.fillText(t,0,0),d.restore()):d.fillText(t,a,o+e*A)}}}S.show&&zn(te,S.filter(r,v,e,f,x),i,n,O,T,K(S.width*V,3),S.stroke(r,e),S.dash,S.cap);let re=t.grid;re.show&&zn(te,re.filter(r,v,e,f,x),i,i==0?2:1,i==0?ke:Oe,i==0?je:Ae,K(re.width*V,3),re.stroke(r,e),re.dash,re.cap),C.show&&zn([O],[1],+(i==0),i==0?1:2,i==1?ke:Oe,i==1?je:Ae,K(C.width*V,3),C.stroke(r,e),C.dash,C.cap)}Qi(`drawAxes`)}function Zn(e){v.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let er=!1,rr=!1,ir=[];function lr(){rr=!1;for(let e=0;e<ir.length;e++)Qi(...ir[e]);ir.length=0}function ur(){er||=(Pr(pr),!0)}function fr(e,t=!1){er=!0,rr=t,e(r),pr(),t&&ir.length>0&&queueMicrotask(lr)}r.batch=fr;function pr(){if(Me&&=(yn(),!1),Pe&&=(Be(),!1),Ne){if(H(p,Bt,Se),H(p,Rt,Ce),H(p,It,R),H(p,Lt,z),H(m,Bt,Se),H(m,Rt,Ce),H(m,It,R),H(m,Lt,z),H(f,It,be),H(f,Lt,xe),u.width=Wn(be*V),u.height=Wn(xe*V),y.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i===3||i===0?n:0,a=i%2==1;H(e,a?`left`:`top`,r-t),H(e,a?`width`:`height`,n),H(e,a?`top`:`left`,a?Ce:Se),H(e,a?`height`:`width`,a?z:R),ln(e,wt)}else cn(e,wt)}}),mt=ht=Ht=Zt=Qt=tn=an=on=Xt=null,sn=1,Di(!0),Se!=we||Ce!=Te||R!=Ee||z!=De){Zn(!1);let e=R/Ee,t=z/De;if(P&&!Fe&&M.left>=0){M.left*=e,M.top*=t,Dr&&pn(Dr,Wn(M.left),0,R,z),kr&&pn(kr,0,Wn(M.top),R,z);for(let n=0;n<Ye.length;n++){let r=Ye[n];r!=null&&(Xe[n]*=e,Ze[n]*=t,pn(r,Gn(Xe[n]),Gn(Ze[n]),R,z))}}if(X.show&&!Ie&&X.left>=0&&X.width>0){X.left*=e,X.width*=e,X.top*=t,X.height*=t;for(let e in Ai)H(Vr,e,X[e])}we=Se,Te=Ce,Ee=R,De=z}Qi(`setSize`),Ne=!1}be>0&&xe>0&&(d.clearRect(0,0,u.width,u.height),Qi(`drawClear`),w.forEach(e=>e()),Qi(`draw`)),X.show&&Ie&&(Hr(X),Ie=!1),P&&Fe&&(Ti(null,!0,!1),Fe=!1),j.show&&j.live&&Le&&(Si(),Le=!1),c||(c=!0,r.status=1,Qi(`ready`)),dt=!1,er=!1}r.redraw=(e,t)=>{Pe=t||!1,e===!1?ur():Gr(S,D.min,D.max)};function gr(e,n){let i=b[e];if(i.from==null){if(st==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(st>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==S&&i.distr==2&&st>0&&(n.min=Sn(n.min,t[0]),n.max=Sn(n.max,t[0]),n.min==n.max&&n.max++),A[e]=n,Me=!0,ur()}}r.setScale=gr;let xr,Er,Dr,kr,Ar,jr,Mr,Nr,Fr,Ir,J,Y,Lr=!1,Rr=M.drag,zr=Rr.x,Br=Rr.y;P&&(M.x&&(xr=dn(Et,m)),M.y&&(Er=dn(Dt,m)),D.ori==0?(Dr=xr,kr=Er):(Dr=Er,kr=xr),J=M.left,Y=M.top);let X=r.select=q({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),Vr=X.show?dn(Tt,X.over?m:p):null;function Hr(e,t){if(X.show){for(let t in e)X[t]=e[t],t in Ai&&H(Vr,t,e[t]);t!==!1&&Qi(`setSelect`)}}r.setSelect=Hr;function Wr(e){if(v[e].show)N&&ln(le[e],wt);else if(N&&cn(le[e],wt),P){let t=Je?Ye[0]:Ye[e];t!=null&&pn(t,-10,-10,R,z)}}function Gr(e,t,n){gr(e,{min:t,max:n})}function Kr(e,t,n,a){t.focus!=null&&ri(e),t.show!=null&&v.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,Wr(r),i==2?(Gr(n.facets[0].scale,null,null),Gr(n.facets[1].scale,null,null)):Gr(n.scale,null,null),ur())}),n!==!1&&Qi(`setSeries`,e,t),a&&fa(`setSeries`,r,e,t)}r.setSeries=Kr;function qr(e,t){q(x[e],t)}function Jr(e,t){e.fill=G(e.fill||null),e.dir=U(e.dir,-1),t??=x.length,x.splice(t,0,e)}function Yr(e){e==null?x.length=0:x.splice(e,1)}r.addBand=Jr,r.setBand=qr,r.delBand=Yr;function Qr(e,t){v[e].alpha=t,P&&Ye[e]!=null&&(Ye[e].style.opacity=t),N&&le[e]&&(le[e].style.opacity=t)}let $r,ei,ti,ni={focus:!0};function ri(e){if(e!=ti){let t=e==null,n=Ke.alpha!=1;v.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&Qr(a,i?1:Ke.alpha)}}),ti=e,n&&ur()}}N&&qe&&ve(Jt,I,e=>{M._lock||(We(e),ti!=null&&Kr(null,ni,!0,Q.setSeries))});function ii(e,t,n){let r=b[t];n&&(e=e/V-(r.ori==1?Ce:Se));let i=R;r.ori==1&&(i=z,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=r._max,s=e/i,c=a+(o-a)*s,l=r.distr;return l==3?Jn(10,c):l==4?Qn(c,r.asinh):l==100?r.bwd(c):c}function ai(e,n){return Sn(ii(e,S,n),t[0],ct,B)}r.valToIdx=e=>Sn(e,t[0]),r.posToIdx=ai,r.posToVal=ii,r.valToPos=(e,t,n)=>b[t].ori==0?a(e,b[t],n?Ae:R,n?Oe:0):o(e,b[t],n?je:z,n?ke:0),r.setCursor=(e,t,n)=>{J=e.left,Y=e.top,Ti(null,t,n)};function oi(e,t){H(Vr,Bt,X.left=e),H(Vr,It,X.width=t)}function si(e,t){H(Vr,Rt,X.top=e),H(Vr,Lt,X.height=t)}let Z=D.ori==0?oi:si,ci=D.ori==1?oi:si;function vi(){if(N&&j.live)for(let e=+(i==2);e<v.length;e++){if(e==0&&fe)continue;let t=j.values[e],n=0;for(let r in t)ue[e][n++].firstChild.nodeValue=t[r]}}function Si(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{oe[t]=e}):Sr(e.idx)||oe.fill(e.idx),j.idx=oe[0]),N&&j.live){for(let e=0;e<v.length;e++)(e>0||i==1&&!fe)&&Ci(e,oe[e]);vi()}Le=!1,t!==!1&&Qi(`setLegend`)}r.setLegend=Si;function Ci(e,n){let i=v[e],a=e==0&&O==2?ut:t[e],o;fe?o=i.values(r,e,n)??pe:(o=i.value(r,n==null?null:a[n],e,n),o=o==null?pe:{_:o}),j.values[e]=o}function Ti(e,n,a){Fr=J,Ir=Y,[J,Y]=M.move(r,J,Y),M.left=J,M.top=Y,P&&(Dr&&pn(Dr,Wn(J),0,R,z),kr&&pn(kr,0,Wn(Y),R,z));let o,s=ct>B;$r=W,ei=null;let c=D.ori==0?R:z,l=D.ori==1?R:z;if(J<0||st==0||s){o=M.idx=null;for(let e=0;e<v.length;e++){let t=Ye[e];t!=null&&pn(t,-10,-10,R,z)}qe&&Kr(null,ni,!0,e==null&&Q.setSeries),j.live&&(oe.fill(o),Le=!0)}else{let e,n,a;i==1&&(e=D.ori==0?J:Y,n=ii(e,S),o=M.idx=Sn(n,t[0],ct,B),a=k(t[0][o],D,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<v.length;e++){let g=v[e],_=oe[e],y=_==null?null:i==1?t[e][_]:t[e][1][_],x=M.dataIdx(r,e,o,n),S=x==null?null:i==1?t[e][x]:t[e][1][x];if(Le=Le||S!=y||x!=_,oe[e]=x,e>0&&g.show){let n=x==null?-10:x==o?a:k(i==1?t[0][x]:t[e][0][x],D,c,0),_=S==null?-10:ee(S,i==1?b[g.scale]:b[g.facets[1].scale],l,0);if(qe&&S!=null){let t=D.ori==1?J:Y,n=Hn(Ke.dist(r,e,x,_,t));if(n<$r){let r=Ke.bias;if(r!=0){let i=ii(t,g.scale),a=S>=0?1:-1,o=i>=0?1:-1;o==a&&(o==1?r==1?S>=i:S<=i:r==1?S<=i:S>=i)&&($r=n,ei=e)}else $r=n,ei=e}}if(Le||Je){let t,i;D.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=Ge.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=Ge.size(r,e);if(v=Ge.fill(r,e),g=Ge.stroke(r,e),Je)e==ei&&$r<=Ke.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=Ye[e];t!=null&&(Xe[e]=c,Ze[e]=l,_n(t,a,o,y),hn(t,v,g),pn(t,Gn(c),Gn(l),R,z))}}}}if(Je){let e=Ke.prox;if(Le||(ti==null?$r<=e:$r>e||ei!=ti)){let e=Ye[0];e!=null&&(Xe[0]=s,Ze[0]=u,_n(e,d,f,p),hn(e,m,h),pn(e,Gn(s),Gn(u),R,z))}}}if(X.show&&Lr){if(e!=null){let[t,n]=Q.scales,[r,i]=Q.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if(zr=s._x,Br=s._y,zr||Br){let{left:s,top:u,width:d,height:f}=e.select,p=e.scales[a].ori,m=e.posToVal,h,g,_,v,y,x=t!=null&&r(t,a),S=n!=null&&i(n,o);x&&zr?(p==0?(h=s,g=d):(h=u,g=f),_=b[t],v=k(m(h,a),_,c,0),y=k(m(h+g,a),_,c,0),Z(Kn(v,y),Hn(y-v))):Z(0,c),S&&Br?(p==1?(h=s,g=d):(h=u,g=f),_=b[n],v=ee(m(h,o),_,l,0),y=ee(m(h+g,o),_,l,0),ci(Kn(v,y),Hn(y-v))):ci(0,l)}else ji()}else{let e=Hn(Fr-Ar),t=Hn(Ir-jr);if(D.ori==1){let n=e;e=t,t=n}zr=Rr.x&&e>=Rr.dist,Br=Rr.y&&t>=Rr.dist;let n=Rr.uni;n==null?Rr.x&&Rr.y&&(zr||Br)&&(zr=Br=!0):zr&&Br&&(zr=e>=n,Br=t>=n,!zr&&!Br&&(t>e?Br=!0:zr=!0));let r,i;zr&&(D.ori==0?(r=Mr,i=J):(r=Nr,i=Y),Z(Kn(r,i),Hn(i-r)),Br||ci(0,l)),Br&&(D.ori==1?(r=Mr,i=J):(r=Nr,i=Y),ci(Kn(r,i),Hn(i-r)),zr||Z(0,c)),!zr&&!Br&&(Z(0,0),ci(0,0))}}if(Rr._x=zr,Rr._y=Br,e==null){if(a){if(aa!=null){let[e,t]=Q.scales;Q.values[0]=e==null?null:ii(D.ori==0?J:Y,e),Q.values[1]=t==null?null:ii(D.ori==1?J:Y,t)}fa(Wt,r,J,Y,R,z,o)}if(qe){let e=a&&Q.setSeries,t=Ke.prox;ti==null?$r<=t&&Kr(ei,ni,!0,e):$r>t?Kr(null,ni,!0,e):ei!=ti&&Kr(ei,ni,!0,e)}}Le&&(j.idx=o,Si()),n!==!1&&Qi(`setCursor`)}let Ei=null;Object.defineProperty(r,"rect",{get(){return Ei??Di(!1),Ei}});function Di(e=!1){e?Ei=null:(Ei=m.getBoundingClientRect(),Qi(`syncRect`,Ei))}function Oi(e,t,n,r,i,a,o){M._lock||Lr&&e!=null&&e.movementX==0&&e.movementY==0||(ki(e,t,n,r,i,a,o,!1,e!=null),e==null?Ti(t,!0,!1):Ti(null,!0,!0))}function ki(e,t,n,i,a,o,c,l,u){if(Ei??Di(!1),We(e),e!=null)n=e.clientX-Ei.left,i=e.clientY-Ei.top;else{if(n<0||i<0){J=-10,Y=-10;return}let[e,r]=Q.scales,c=t.cursor.sync,[l,u]=c.values,[d,f]=c.scales,[p,m]=Q.match,h=t.axes[0].side%2==1,g=D.ori==0?R:z,_=D.ori==1?R:z,v=h?o:a,y=h?a:o,x=h?i:n,S=h?n:i;if(n=d==null?x/v*g:p(e,d)?s(l,b[e],g,0):-10,i=f==null?S/y*_:m(r,f)?s(u,b[r],_,0):-10,D.ori==1){let e=n;n=i,i=e}}u&&(t==null||t.cursor.event.type==Wt)&&((n<=1||n>=R-1)&&(n=dr(n,R)),(i<=1||i>=z-1)&&(i=dr(i,z))),l?(Ar=n,jr=i,[Mr,Nr]=M.move(r,n,i)):(J=n,Y=i)}let Ai={width:0,height:0,left:0,top:0};function ji(){Hr(Ai,!1)}let Mi,Pi,Fi,Ii;function Li(e,t,n,i,a,o,s){Lr=!0,zr=Br=Rr._x=Rr._y=!1,ki(e,t,n,i,a,o,s,!0,!1),e!=null&&(ve(Kt,nn,Ri,!1),fa(Gt,r,Mr,Nr,R,z,null));let{left:c,top:l,width:u,height:d}=X;Mi=c,Pi=l,Fi=u,Ii=d}function Ri(e,t,n,i,a,o,s){Lr=Rr._x=Rr._y=!1,ki(e,t,n,i,a,o,s,!1,!0);let{left:c,top:l,width:u,height:d}=X,f=u>0||d>0,p=Mi!=c||Pi!=l||Fi!=u||Ii!=d;if(f&&p&&Hr(X),Rr.setScale&&f&&p){let e=c,t=u,n=l,r=d;if(D.ori==1&&(e=l,t=d,n=c,r=u),zr&&Gr(S,ii(e,S),ii(e+t,S)),Br)for(let e in b){let t=b[e];e!=S&&t.from==null&&t.min!=W&&Gr(e,ii(n+r,e),ii(n,e))}ji()}else M.lock&&(M._lock=!M._lock,Ti(t,!0,e!=null));e!=null&&(ye(Kt,nn),fa(Kt,r,J,Y,R,z,null))}function zi(e,t,n,r,i,a,o){if(M._lock)return;We(e);let s=Lr;if(Lr){let e=!0,t=!0,n,r;D.ori==0?(n=zr,r=Br):(n=Br,r=zr),n&&r&&(e=J<=10||J>=R-10,t=Y<=10||Y>=z-10),n&&e&&(J=J<Mr?0:R),r&&t&&(Y=Y<Nr?0:z),Ti(null,!0,!0),Lr=!1}J=-10,Y=-10,oe.fill(null),Ti(null,!0,!0),s&&(Lr=s)}function Bi(e,t,n,i,a,o,s){M._lock||(We(e),pt(),ji(),e!=null&&fa(Yt,r,J,Y,R,z,null))}function Yi(){y.forEach(co),Re(r.width,r.height,!0)}bn($t,rn,Yi);let Xi={};Xi.mousedown=Li,Xi.mousemove=Oi,Xi.mouseup=Ri,Xi.dblclick=Bi,Xi.setSeries=(e,t,n,i)=>{let a=Q.match[2];n=a(r,t,n),n!=-1&&Kr(n,i,!0,!1)},P&&(ve(Gt,m,Li),ve(Wt,m,Oi),ve(qt,m,e=>{We(e),Di(!1)}),ve(Jt,m,zi),ve(Yt,m,Bi),Ka.add(r),r.syncRect=Di);let Zi=r.hooks=e.hooks||{};function Qi(e,t,n){rr?ir.push([e,t,n]):e in Zi&&Zi[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)Zi[t]=(Zi[t]||[]).concat(e.hooks[t])});let $i=(e,t,n)=>n,Q=q({key:null,setSeries:!1,filters:{pub:sr,sub:sr},scales:[S,v[1]?v[1].scale:null],match:[cr,cr,$i],values:[null,null]},M.sync);Q.match.length==2&&Q.match.push($i),M.sync=Q;let aa=Q.key,oa=pa(aa);function fa(e,t,n,r,i,a,o){Q.filters.pub(e,t,n,r,i,a,o)&&oa.pub(e,t,n,r,i,a,o)}oa.sub(r);function ga(e,t,n,r,i,a,o){Q.filters.sub(e,t,n,r,i,a,o)&&Xi[e](null,t,n,r,i,a,o)}r.pub=ga;function _a(){oa.unsub(r),Ka.delete(r),_e.clear(),xn($t,rn,Yi),l.remove(),I?.remove(),Qi(`destroy`)}r.destroy=_a;function ya(){Qi(`init`,e,t),ft(t||e.data,!1),A[S]?gr(S,A[S]):pt(),Ie=X.show&&(X.width>0||X.height>0),Fe=Le=!0,Re(e.width,e.height)}return v.forEach($e),y.forEach(rt),n?n instanceof HTMLElement?(n.appendChild(l),ya()):n(r,ya):ya(),r}lo.assign=q,lo.fmtNum=zn,lo.rangeNum=Fn,lo.rangeLog=kn,lo.rangeAsinh=An,lo.orient=ga,lo.pxRatio=V,lo.join=Nr,lo.fmtDate=Ur,lo.tzDate=Gr,lo.sync=pa;{lo.addGap=xa,lo.clipGaps=ba;let e=lo.paths={points:Fa};e.linear=za,e.stepped=Ba,e.bars=Ha,e.spline=Wa}function uo(e){return new Map([...e].sort().map((e,t)=>[e,Math.min(t+1,8)]))}function fo(e){let t=Object.keys(e).sort(),n=t.length<=8?t:t.slice(0,7),r=t.slice(n.length),i=n.map((t,n)=>({name:t,colour:n+1,column:e[t]}));return r.length===0?i:[...i,{name:`${r.length} others`,colour:8,column:mo(r.map(t=>e[t]))}]}function po(e){let t;return e.map(e=>(t=t===void 0?e:mo([t,e]),t))}function mo(e){return e.reduce((e,t)=>e.map((e,n)=>{let r=t[n]??null;return e===null||r===null?null:e+r}))}var ho=class{id;stack;chart;host;last;lines;resized=new ResizeObserver(()=>this.resize());constructor(e,t,n=!1){this.id=e,this.stack=n,this.lines=t,window.matchMedia(`(prefers-color-scheme: dark)`).addEventListener(`change`,()=>{if(this.chart!==void 0&&this.last!==void 0){let e=this.last;this.forget(),this.show(e)}})}show(e,t=this.lines){this.last=e;let n=document.getElementById(this.id);n===this.host&&So(t,this.lines)||(this.forget(),this.lines=t);let r=this.drawn(e);if(this.chart!==void 0){this.chart.setData(r);return}if(n===null||n.clientWidth===0||this.lines.length===0)return;this.host=n,this.resized.observe(n),n.tabIndex=0,n.addEventListener(`keydown`,this.steer);let i=(e,t)=>this.last?.[e]?.at(t??-1)??null;this.chart=new lo(Co(n,this.lines,this.stack,i),r,n)}drawn([e,...t]){return[e,...this.stack?po(t):t]}steer=e=>{let t=this.chart,n=this.last?.[0]??[];if(t===void 0||n.length===0)return;if(e.key===`Escape`){t.setCursor({left:-10,top:-10});return}let r=_o[e.key];if(r===void 0)return;e.preventDefault();let i=t.cursor.idx??n.length-1,a=Math.min(n.length-1,Math.max(0,i+r));t.setCursor({left:t.valToPos(n[a],`x`),top:0})};forget(){this.resized.disconnect(),this.host?.removeEventListener(`keydown`,this.steer),this.chart?.destroy(),this.chart=void 0,this.host=void 0}resize(){let e=this.host?.clientWidth??0;this.chart!==void 0&&e>0&&e!==this.chart.width&&this.chart.setSize({width:e,height:this.chart.height})}},go=190,_o={ArrowLeft:-1,ArrowRight:1,PageUp:-30,PageDown:30},vo=60,yo=new Intl.DateTimeFormat(`en-GB`,{timeStyle:`medium`});function bo(e){return yo.format(e*1e3)}function xo(e,t){let n=t??Date.now()/1e3;return[Math.min(e??n,n-vo),n]}function So(e,t){return e.length===t.length&&e.every((e,n)=>e.label===t[n].label&&e.colour===t[n].colour)}function Co(e,t,n,r){let i=getComputedStyle(document.documentElement),a=e=>i.getPropertyValue(e).trim(),o={stroke:a(`--muted`),grid:{stroke:a(`--line`),width:1},ticks:{show:!1},font:`12px system-ui, sans-serif`},s=n||t.length===1;return{width:e.clientWidth,height:go,padding:[10,26,0,0],legend:{live:!0},cursor:{y:!1,points:{size:7},sync:{key:`live`}},scales:{x:{range:(e,t,n)=>xo(t,n)},y:{range:(e,t,n)=>[0,Math.max(4,Math.ceil((n??0)*1.1))]}},axes:[{...o,size:28,space:70,values:(e,t)=>t.map(bo)},{...o,size:48,space:40,incrs:[1,2,5,10,20,50,100,200,500,1e3,2e3,5e3,1e4,2e4,5e4,1e5,1e6]}],bands:n?t.slice(1).map((e,t)=>({series:[t+2,t+1]})):[],series:[{label:`at`,value:(e,t)=>t===null?`now`:bo(t)},...t.map(({label:e,colour:t})=>({label:e,value:(e,t,n,i)=>se(r(n,i)),stroke:a(t),...s?{fill:a(`${t}-soft`)}:{},width:n?1:2,points:{show:!1}}))]}}function $(e,t,n,r=``,i=``){return S`<button
    type="button"
    class="figure ${r}"
    id=${i||T}
    data-meaning=${t}
    data-kind=${n.kind}
    data-n=${I(n.sampleSize)}
    data-at=${n.newestAt??``}
    >${e}</button
  >`}function wo(e,t){return S`<span class="basis"
    >${t.kind} · n&nbsp;=&nbsp;${I(t.sampleSize)} ·
    ${fe(Ie(e,t.newestAt))}</span
  >`}function To(e,t){let n=0;return S`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bar-rest" x="0" y="0" width="1000" height="10"></rect>
    ${e.map(e=>{let r=t===0?0:1e3*e.value/t,i=e.value>0?Math.max(r,3):0,a=C`<rect class=${e.className} x=${n} y="0" width=${i} height="10"></rect>`;return n+=i,a})}
  </svg>`}var Eo=10;function Do(e,t){let n=t.retriesDistribution,r=Math.max(1,...(n??[]).map(e=>e.operations)),i=(n??[]).reduce((e,t)=>e+t.operations,0);return S`<section class="panel" aria-labelledby="retries-title">
    <h2 id="retries-title">Retries of an operation</h2>
    ${n===void 0?dt(`how the retries are distributed`):n.length===0?S`<p class="empty">No operation had to try again.</p>`:S`<ol class="histogram">
            ${n.map(({retries:e,operations:n})=>S`<li>
                ${$(I(n),`Operations with ${Oo(e)}: ${le(n,i)} of those that had to try again.`,t)}
                ${ko(n,r)}
                <span>${e}${e>=Eo?`+`:``}</span>
              </li>`)}
          </ol>`}
    ${wo(e,t)}
  </section>`}function Oo(e){return e>=Eo?`${Eo} or more retries`:e===1?`1 retry`:`${e} retries`}function ko(e,t){let n=e===0?0:Math.max(2,100*e/t);return S`<svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
    <rect x="0" y=${100-n} width="10" height=${n}></rect>
  </svg>`}function Ao(e,t){let n=t.byCauseAndCode?.map(({cause:e,code:t,failedAttempts:n})=>({label:t===`(none)`?L(e):`${L(e)} ${t}`,meaning:`Attempts that failed: ${L(e)}, ${t===`(none)`?`the store gave no code`:`code ${t}`}.`,failedAttempts:n}))??Object.entries(t.byCause).map(([e,t])=>({label:L(e),meaning:`Attempts that failed: ${L(e)}.`,failedAttempts:t}));return S`<section class="panel" aria-labelledby="causes-title">
    <h2 id="causes-title">Why attempts failed</h2>
    ${n.length===0?S`<p class="empty">No attempt has failed.</p>`:S`<ul class="bars">
          ${n.map(e=>S`<li>
              <span class="bar-label">${e.label}</span>
              ${$(I(e.failedAttempts),`${e.meaning} ${le(e.failedAttempts,t.failedAttempts)} of all failed attempts.`,t)}
              ${To([{value:e.failedAttempts,className:`part-rejected`}],t.failedAttempts)}
            </li>`)}
        </ul>`}
    ${jo(t)} ${wo(e,t)}
  </section>`}function jo(e){let t=Object.entries(e.bySqlState);return t.length===0?T:S`<p class="note">
        By SQLSTATE:
        ${t.map(([t,n],r)=>S`${r>0?`, `:``}<code>${t}</code> ${$(I(n),`Failed attempts with SQLSTATE ${t}.`,e)}`)}
      </p>`}function Mo(e,t){let n=t.hotKeys,r=Math.max(1,...(n??[]).map(e=>e.conflicts));return S`<section class="panel" aria-labelledby="keys-title">
    <h2 id="keys-title">Hot keys</h2>
    ${n===void 0?dt(`what is fought over most`):n.length===0?S`<p class="empty">Nothing is fought over.</p>`:S`<ul class="bars">
            ${n.map(e=>S`<li>
                <span class="bar-label"
                  >${e.kind===`SLOT`?S`<a class="slot-id" href=${R(`auctions`,e.key)}>${e.key}</a>`:S`<a class="slot-id" href=${R(`ledger`,`accounts`,e.key)}>${e.key}</a>`}
                  <small>${L(e.kind)}</small></span
                >
                ${$(I(e.conflicts),`Conflicted operations that touched this ${L(e.kind)}.`,t)}
                ${To([{value:e.conflicts,className:`part-rejected`}],r)}
              </li>`)}
          </ul>`}
    ${wo(e,t)}
  </section>`}function No(e,t){return Fo(e,t,`workers`,`Workers`,t.byWorker.map(e=>[e.worker,e]))}function Po(e,t){return Fo(e,t,`conflict-regions`,`Regions of the store`,Object.entries(t.byRegion))}function Fo(e,t,n,r,i){let a=e=>S`<th scope="col" class="number">${e}</th>`,o=(e,n)=>S`<td class="number">${$(I(e),n,t)}</td>`;return S`<section class="panel" aria-labelledby="${n}-title">
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
                ${o(t.conflicts,`Operations of which an attempt lost; ${I(t.resolved)} of them came to their end.`)}
                ${o(t.retries,`Attempts after the first; ${I(t.failedAttempts)} attempts failed.`)}
                ${o(t.exhausted,`Operations that gave up; their slots stay in the log and are tried again.`)}
              </tr>`)}
          </tbody>
        </table>`}
    ${wo(e,t)}
  </section>`}function Io(e){let t=Date.parse(e.startedAt),n=e=>Math.max(0,Date.parse(e)-t),r=e.attempts.map(e=>n(e.at)),i=Math.max(n(e.lastAt),...r),a=e.attempts.flatMap(({backoffMillis:e},t)=>{let n=r[t],a=Math.min(n+e,r[t+1]??i);return a>n?[{fromMillis:n,toMillis:a}]:[]});return{marks:[...e.attempts.map(({cause:e},t)=>({atMillis:r[t],tone:e===`CONFLICT`?`conflict`:`trouble`})),{atMillis:i,tone:Lo(e)}],waits:a,lengthMillis:i}}function Lo(e){switch(e.end){case`RESOLVED`:return e.finding===`ALREADY_SETTLED`?`settled`:`committed`;case`EXHAUSTED`:return`gave-up`;case`OPEN`:return`trying`}}function Ro(e){let t=[...e].sort((e,t)=>e-t),n=t[Math.floor(t.length/2)]??0,r=t.at(-1)??0;return Math.max(1,Math.min(r,4*Math.max(1,n)))}var zo=8;function Bo(e,t,n,r){let i=n?t:t.slice(0,zo),a=i.map(Io),o=Ro(a.map(e=>e.lengthMillis));return S`<section class="panel" aria-labelledby="timelines-title">
    <div class="panel-head">
      <h2 id="timelines-title">Newest contended operations</h2>
      ${t.length===0?``:S`<span class="scale">full width ${ue(o)}</span>`}
    </div>
    ${t.length===0?S`<p class="empty">No conflict yet. When two workers want the same row, every attempt appears here.</p>`:S`<ol class="timelines">
            ${i.map((t,n)=>Go(e,t,a[n],o))}
          </ol>
          <p class="legend">
            <span><i class="key-rejected"></i>lost an attempt</span>
            <span><i class="key-awarded"></i>no answer</span>
            <span><i class="key-wait"></i>waited</span>
            <span><i class="key-settled"></i>came to its end</span>
          </p>`}
    ${i.length<t.length?S`<button type="button" class="plain" @click=${r}>Show all ${t.length}</button>`:``}
  </section>`}function Vo(e){return[...e.attempts.map(e=>{let t=e.backoffMillis>0?`, waited ${I(e.backoffMillis)} ms`:``;return`attempt ${e.attempt} ${Ho(e)}${t}`}),Uo(e)].filter(e=>e!==``).join(`, `)}function Ho(e){let t=e.sqlState===null?``:` ${e.sqlState}`;switch(e.cause){case`CONFLICT`:return`conflict${t}`;case`UNKNOWN_OUTCOME`:return`unknown outcome${t}`;case`UNAVAILABLE`:return`store unavailable${t}`}}function Uo(e){switch(e.end){case`RESOLVED`:return`attempt ${e.endAttempt??`?`} ${Wo(e)}`;case`EXHAUSTED`:return`gave up after attempt ${e.endAttempt??`?`}`;case`OPEN`:return`still trying`}}function Wo(e){return e.finding===`ALREADY_SETTLED`?`found it settled`:`committed`}function Go(e,t,n,r){let[i,...a]=t.slotIds,o=a.length===0?``:`\u00a0and ${a.length} more`;return S`<li>
    <div class="who">
      <b
        ><a class="slot-id" href=${R(`auctions`,i??``)}>${i}</a>${o===``?``:S`<button type="button" class="figure" data-meaning=${a.join(`, `)}>${o}</button>`}</b
      >
      <span>${t.worker} · ${t.region} · ${fe(Ie(e,t.lastAt))}</span>
    </div>
    <span class="sr">${Vo(t)}</span>
    ${Ko(n,r)}
    <div class="track" aria-hidden="true">
      ${t.attempts.map(e=>S`<span class="step ${e.cause===`CONFLICT`?`conflict`:`trouble`}"
            ><b>${e.attempt}</b>${e.code??e.sqlState??L(e.cause)}</span
          >${e.backoffMillis>0?S`<span class="wait">${I(e.backoffMillis)} ms</span>`:S`<span class="wait"></span>`}`)}
      ${qo(t)}
    </div>
  </li>`}function Ko({marks:e,waits:t,lengthMillis:n},r){let i=e=>`${Math.min(100,100*e/r).toFixed(2)}%`;return S`<div class="strip" aria-hidden="true">
    <svg>
      <line class="span" x1="0" x2=${i(n)} y1="9" y2="9"></line>
      ${t.map(e=>C`<line class="waiting" x1=${i(e.fromMillis)} x2=${i(e.toMillis)} y1="9" y2="9"></line>`)}
      ${e.map(e=>C`<circle class=${e.tone} cx=${i(e.atMillis)} cy="9" r="5"></circle>`)}
    </svg>
    <span>${n>r?`→ `:``}${ue(n)}</span>
  </div>`}function qo(e){switch(e.end){case`RESOLVED`:return S`<span class="step ${e.finding===`ALREADY_SETTLED`?`settled`:`committed`}"
        ><b>${e.endAttempt}</b>${Wo(e)}</span
      >`;case`EXHAUSTED`:return S`<span class="step gave-up">gave up</span>`;case`OPEN`:return S`<span class="step trying">trying</span>`}}var Jo=class{host;id=`conflicts`;title=`Conflicts`;all=!1;chart=new ho(`chart-contention`,[{label:`conflicts`,colour:`--outcome`},{label:`failed attempts`,colour:`--conflict`}]);constructor(e){this.host=e}enter(){}leave(){this.chart.forget()}render(){let{state:e}=this.host;return e.frame===void 0?lt(e):this.content(e,e.frame.conflicts)}rendered(){let e=Re(this.host.state);this.chart.show([e.seconds,e.conflicts,e.failedAttempts])}content(e,t){return S`${Xo(e,t)}
      <div class="columns wide-left">
        ${Bo(e,t.recent,this.all,()=>{this.all=!0,this.host.show()})}
        <div class="stack">
          ${Yo()} ${Do(e,t)} ${Ao(e,t)}
        </div>
      </div>
      <div class="trio">
        ${Mo(e,t)} ${No(e,t)} ${Po(e,t)}
      </div>`}};function Yo(){return S`<section class="panel charts" aria-labelledby="contention-title">
    <h2 id="contention-title">Conflicts and failed attempts per second</h2>
    <div id="chart-contention" class="chart" role="img" aria-label="Conflicts and failed attempts per second over the last five minutes"></div>
    <span class="basis">derived · differences of cumulative counts, once a second</span>
  </section>`}function Xo(e,t){let n={...t,kind:`derived`};return S`<section class="panel conflicts" aria-labelledby="conflicts-title">
    <h2 id="conflicts-title">Contention on the truth store</h2>
    <dl class="stats">
      ${Qo(`conflicts`,I(t.conflicts),`Operations of which at least one attempt lost against somebody else.`,t,`conflicts-count`)}
      ${Qo(`retries`,I(t.retries),`Attempts after the first, over all operations that had trouble: ${t.averageRetries} on average.`,t,`conflicts-retries`)}
      ${Qo(`resolved`,I(t.resolved),`Conflicted operations that came to their end: committed, or found the slot settled.`,t,`conflicts-resolved`)}
      ${Qo(`resolution rate`,ce(t.resolutionRate),`${I(t.resolved)} resolved of ${I(t.conflicts)} conflicts; ${I(t.exhausted)} gave up, ${I(t.open)} are still trying. 100 % if there was none.`,t,`conflicts-rate`)}
      ${Qo(`attempts per commit`,$o(t.attemptsPerCommit),`Retry amplification: attempts of all operations, with trouble or without, divided by commits. 1 would be no retry at all.`,n,`conflicts-amplification`)}
      ${Qo(`wasted work`,t.wastedWorkPercent==null?`–`:ce(t.wastedWorkPercent),`Failed attempts, as a share of all attempts: ${I(t.wastedAttempts??t.failedAttempts)} failed.`,n,`conflicts-wasted`)}
      ${Qo(`lost to waiting`,t.backoffMillisTotal===void 0?`–`:ue(t.backoffMillisTotal),`The sum of all backoffs before a further attempt, over all operations.`,t,`conflicts-backoff`)}
      ${Qo(`average retries`,se(t.averageRetries),`Attempts after the first, for each operation that had trouble.`,n)}
    </dl>
    ${Zo(t)} ${wo(e,t)}
  </section>`}function Zo({backoff:e,...t}){if(e===void 0||e.p50Millis===null)return T;let n={...t,kind:`derived`,sampleSize:e.sampleSize},r=(e,t)=>$(ue(e),`${t} of the backoffs were at most this long.`,n);return S`<p class="note">
    One backoff: p50 ${r(e.p50Millis,`Half`)}, p95 ${r(e.p95Millis,`95 per cent`)},
    p99 ${r(e.p99Millis,`99 per cent`)}
  </p>`}function Qo(e,t,n,r,i=``){return S`<div>
    <dt>${e}</dt>
    <dd>${$(t,n,r,``,i)}</dd>
  </div>`}function $o(e){return e==null?`–`:e.toFixed(2)}var es=class{host;id=`ledger`;title=`Settlements and ledger`;constructor(e){this.host=e}enter(){}leave(){}render(){return ut(`Settlements and ledger`,`This view is being built.`)}},ts={BIDS_ADD_UP:`Every bid is accounted for`,OUTCOMES_ADD_UP:`Every outcome is settled, rejected or waiting`,LEDGER_SUMS_TO_ZERO:`The ledger sums to zero`,BALANCES_ARE_SUMS_OF_ENTRIES:`Every balance is the sum of its entries`};function ns(e){return ts[e]??L(e)}function rs(e,{reconciliation:t}){return S`<section class="panel checks" aria-labelledby="checks-title">
    <h2 id="checks-title">Do the sums come out?</h2>
    ${t===void 0||t.checks.length===0?dt(`whether the sums come out`):S`<ul>
            ${t.checks.map(n=>is(e,n,t))}
          </ul>
          ${wo(e,t)}`}
  </section>`}function is(e,t,n){let[r,i]=t.holds===null?[`unknown`,`not known`]:t.holds?[`holds`,`holds`]:[`broken`,`broken`],a={...n,newestAt:t.checkedAt};return S`<li class="check ${r}">
    <div class="check-head">
      <b>${ns(t.name)}</b>
      ${$(i,t.why,a,`badge ${r}`,`check-${t.name.toLowerCase()}`)}
    </div>
    ${t.holds===null||t.left===``?S`<p>${t.why}</p>`:S`<p>
          <span>${t.left}</span> <i aria-label=${t.holds===!1?`is not`:`is`}>${as(t)}</i>
          <span>${t.right}</span>
          ${t.holds===!1&&t.difference!==null?S`<b>difference ${t.difference}</b>`:T}
        </p>`}
    ${t.checkedAt===null?T:S`<span class="age">checked ${fe(Ie(e,t.checkedAt))}</span>`}
  </li>`}function as(e){return e.holds===!0?`=`:`≠`}var os={WRITE_UNITS:`DynamoDB write units`,TRUTH_ROWS:`DSQL rows written`,TRUTH_COMMITS:`DSQL commits`};function ss(e,t){return S`<section class="panel cost" aria-labelledby="cost-title">
    <h2 id="cost-title">What 10,000 bids cost</h2>
    ${t===void 0?dt(`what the bids cost`):cs(e,t)}
  </section>`}function cs(e,t){let{actual:n,counterfactual:r}=t,i=n.perTenThousandBids.map(e=>e.name).filter(e=>e!==`TOTAL`),a=e=>({...t,kind:e.kind}),o=(e,t)=>[n,r].map(n=>S`<td class="number">${$(e(n),t(n),a(n))}</td>`);return S`${ls(t)}
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
            <th scope="row">${os[e]??L(e)}</th>
            ${o(t=>ds(t,e),n=>`${os[e]??L(e)} per 10,000 bids; at list prices ${fs(n,e,t)}.`)}
          </tr>`)}
        <tr>
          <th scope="row">until a bid is durable</th>
          ${o(e=>ue(e.latencyMillis),()=>`Mean time until one bid is durable this way.`)}
        </tr>
        <tr>
          <th scope="row">conflicts</th>
          ${o(e=>se(e.conflictsPerTenThousandBids),e=>e.conflictsWhy)}
        </tr>
      </tbody>
    </table>
    <p class="note">${t.why}</p>
    ${t.prices.length===0?T:S`<p class="note">List prices: ${t.prices.map((e,t)=>`${t>0?`; `:``}${L(e.name)} ${e.price} ${e.currency} ${e.unit}`)}.</p>`}
    ${wo(e,t)}`}function ls(e){let t=us(e.actual,`TOTAL`)?.cost??null,n=us(e.counterfactual,`TOTAL`)?.cost??null,[r,i]=[Number(t??0),Number(n??0)],a=r>0&&i>0?i/r:null,o=Math.max(r,i),s=(t,n,r,i,a,s)=>S`<div class="total">
      <p>
        <b>${$(n===null?`–`:`${he(n)} ${ps(e)}`,a,{...e,kind:s.kind})}</b>
        <span>${t}</span>
      </p>
      ${To([{value:r,className:i}],o)}
    </div>`;return S`<div class="totals">
    ${s(`as built`,t,r,`part-settled`,`Measured counts times list prices, for 10,000 bids.`,e.actual)}
    ${s(`if every bid were a row in the truth store`,n,i,`part-rejected`,`Derived: the same bids, each one row and one commit in the truth store, at the same list prices.`,e.counterfactual)}
    ${a===null?T:S`<p class="factor">${$(`${se(a)}×`,`The second total divided by the first.`,{...e,kind:`derived`},``,`cost-factor`)} <span>the price</span></p>`}
  </div>`}function us(e,t){return e.perTenThousandBids.find(e=>e.name===t)}function ds(e,t){let n=us(e,t)?.count??null;return n===null?`–`:n<10?se(n):I(n)}function fs(e,t,n){let r=us(e,t)?.cost??null;return r===null?`not known`:`${he(r)} ${ps(n)}`}function ps(e){return e.prices[0]?.currency??``}function ms({coverage:e}){let t=Object.entries(e.unreadable).map(([e,t])=>`${I(t)} on ${e}`),n=[t.length===0?``:`Records that could not be read: ${t.join(`, `)}.`,e.cutShort===0?``:`${I(e.cutShort)} unfinished slots or operations did not fit.`,...e.notKnown??[]].filter(e=>e!==``);return e.exact&&n.length===0?T:S`<div class="caution" role="note">
    <p>The totals lack something. ${n.join(` `)}</p>
  </div>`}function hs({coverage:e}){let{since:t,fromTruthStore:n}=e;if(t===void 0||n===void 0)return T;let r=Object.entries(t).map(([e,t])=>`${e} ${t===null?`from the beginning`:`since ${me(t)}`}`);return S`<p class="note origins">
    ${r.length===0?T:S`Counted from the topics: ${r.join(`, `)}.`}
    ${n.length===0?T:S`Completed from the truth store: ${n.join(`, `)}.`}
  </p>`}function gs(e,{overview:t,conflicts:n}){let{bids:r,rate:i,outcomes:a}=t,o=a.awarded+a.unsold;return S`<section class="flow" aria-label="From bids to settlements">
    ${bs(e,t)}
    <div class="pipe traffic">
      ${ys(_s(i.bidsPerSecond),7)}
      <p>
        ${$(o===0?`–`:se(r.received/o),`Bids received for each auction that was decided: so much traffic becomes one outcome.`,{...r,kind:`derived`},`rate`,`bids-per-outcome`)}
        <span>bids to one outcome</span>
      </p>
    </div>
    ${xs(e,t)}
    <div class="pipe truth">
      ${ys(t.settlements.waiting>0||vs(e,t.settlements.newestAt)?2:0,2)}
      <p>
        ${$(I(t.settlements.waiting),`Outcomes that have no settlement yet. They wait in the log; none is lost.`,t.settlements,t.settlements.waiting>0?`rate waiting`:`rate`,`settlements-waiting`)}
        <span>waiting${Cs(e,t)}</span>
      </p>
      <p class="loop ${vs(e,n.newestAt)?`turning`:``}">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M19.5 12a7.5 7.5 0 1 1-2.6-5.7M17.5 2.5v4.2h-4.2"></path></svg>
        ${$(I(n.conflicts),`Operations of which an attempt lost against somebody else, and was tried again: ${ce(n.resolutionRate)} of them came to their end.`,n,``,`conflicts-on-the-way`)}
        <a href=${R(`conflicts`)}>conflicts</a>
      </p>
    </div>
    ${Ss(e,t)}
  </section>`}function _s(e){return e===null||e<=0?0:Math.min(5,1+Math.floor(Math.log10(Math.max(1,e))))}function vs(e,t){let n=Ie(e,t);return n!==null&&n<5}function ys(e,t){return S`<svg
    class="lanes level-${e}"
    viewBox="0 0 200 80"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${Array.from({length:t},(e,n)=>{let r=40+(n-(t-1)/2)*64/Math.max(3,t);return C`<line class="lane lane-${n%4}" x1="0" y1=${r} x2="200" y2=${r}></line>`})}
  </svg>`}function bs(e,{bids:t,slots:n}){let r=Object.entries(t.rejected),i=r.reduce((e,[,t])=>e+t,0),a=r.map(([e,t])=>`${L(e)} ${I(t)}`).join(`, `);return S`<article class="station traffic">
    <h2>Bids</h2>
    <p class="big">
      ${$(I(t.received),`Bids received before their slot’s close marker. Received = counted + duplicate + rejected.`,t,``,`bids-received`)}
    </p>
    ${To([{value:t.counted,className:`part-counted`},{value:t.duplicate,className:`part-duplicate`},{value:i,className:`part-rejected`}],t.received)}
    <dl class="split">
      ${ws(`key-counted`,`counted`,$(I(t.counted),`Valid bids that took part in their auction.`,t))}
      ${ws(`key-duplicate`,`duplicate`,$(I(t.duplicate),`Exact repeats of a bid: counted once, without effect.`,t))}
      ${ws(`key-rejected`,`rejected`,$(I(i),`Bids that did not count${a===``?``:`: ${a}`}.`,t))}
      ${ws(`key-late`,`late`,$(I(t.late),`Bids behind the close marker: answered and counted apart.`,t))}
    </dl>
    <p class="note">
      ${$(I(n.open),`Slots whose auction is still open.`,n)} slots open,
      ${$(I(n.closed),`Slots whose close marker has been read.`,n)} closed
    </p>
    ${wo(e,t)}
  </article>`}function xs(e,{outcomes:t}){let n=t.awarded+t.unsold;return S`<article class="station outcome">
    <h2>Outcomes</h2>
    <p class="big">
      ${$(I(n),`Auctions decided: the winner is a pure function of the bids before the close marker.`,t,``,`outcomes-total`)}
    </p>
    ${To([{value:t.awarded,className:`part-awarded`},{value:t.unsold,className:`part-duplicate`}],n)}
    <dl class="split">
      ${ws(`key-awarded`,`awarded`,$(I(t.awarded),`Auctions with a winner.`,t))}
      ${ws(`key-duplicate`,`unsold`,$(I(t.unsold),`Auctions without any valid bid.`,t))}
    </dl>
    ${wo(e,t)}
  </article>`}function Ss(e,{settlements:t,money:n}){let r=t.settled+t.rejected+t.unsold;return S`<article class="station truth">
    <h2>Settlements</h2>
    <p class="big">
      ${$(I(t.settled),`Slots sold and committed: exactly one settlement each, with its ledger entries.`,t,``,`settlements-settled`)}
    </p>
    ${To([{value:t.settled,className:`part-settled`},{value:t.rejected,className:`part-rejected`},{value:t.unsold,className:`part-duplicate`}],r)}
    <dl class="split">
      ${ws(`key-settled`,`settled`,$(I(t.settled),`Sold and paid.`,t))}
      ${ws(`key-rejected`,`rejected`,$(I(t.rejected),`No candidate could pay.`,t))}
      ${ws(`key-duplicate`,`unsold`,$(I(t.unsold),`Recorded as unsold.`,t))}
    </dl>
    ${Object.entries(n.byCurrency).map(([e,t])=>S`<p class="note">
        ${$(`${he(t.price)} ${e}`,`Sum of the prices of all settled slots.`,n)}
        settled, fee ${$(he(t.fee),`The exchange’s part of it, in ${e}.`,n)}
      </p>`)}
    ${wo(e,t)}
  </article>`}function Cs(e,{settlements:t}){let n=Ie(e,t.oldestWaitingSince);return n===null?``:`, oldest ${n<1?fe(n):de(n)}`}function ws(e,t,n){return S`<div class=${e}>
    <dt>${t}</dt>
    <dd>${n}</dd>
  </div>`}var Ts=[{name:`p50`,of:`Half`,key:`p50Millis`},{name:`p95`,of:`95 per cent`,key:`p95Millis`},{name:`p99`,of:`99 per cent`,key:`p99Millis`}];function Es(e,t){let{latency:n,closeToSettled:r}=t,i=[{label:`close → outcome`,what:`from a slot’s close marker to its outcome`,figures:n?.closeToOutcome},{label:`outcome → settled`,what:`from an outcome to its committed settlement`,figures:n?.outcomeToSettled},{label:`close → settled`,what:`from a slot’s close marker to its committed settlement`,figures:n?.closeToSettled??r}],a=Math.max(1,...i.map(e=>e.figures?.p99Millis??0));return S`<section class="panel latency" aria-labelledby="latency-title">
    <h2 id="latency-title">How long it takes</h2>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="sr">Way</span></th>
          ${Ts.map(({name:e})=>S`<th scope="col" class="number">${e}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${i.map(e=>Ds(e,a))}
      </tbody>
    </table>
    ${wo(e,n?.closeToSettled??r)}
  </section>`}function Ds({label:e,what:t,figures:n},r){return S`<tr>
      <th scope="row">${e}</th>
      ${Ts.map(({of:e,key:r})=>S`<td class="number">
          ${n===void 0?`–`:$(ue(n[r]),`${e} of the times ${t} were at most this long.`,n)}
        </td>`)}
    </tr>
    <tr class="drawn" aria-hidden="true">
      <td colspan="4">${Os(n,r)}</td>
    </tr>`}function Os(e,t){let n=e=>`${100*(e??0)/t}%`;return S`<svg class="marks">
    ${[...Ts].reverse().map(({name:t,key:r})=>C`<rect class=${t} x="0" y="0" width=${n(e?.[r])} height="100%"></rect>`)}
  </svg>`}var ks=100,As=28;function js(e,t){let n=Math.max(t,...e.map(e=>e??0)),r=e.length<2?0:ks/(e.length-1);return e.flatMap((e,t)=>e===null?[]:[`${(t*r).toFixed(1)},${(27-25*e/n).toFixed(1)}`]).join(` `)}function Ms(e,t){return S`<svg class="spark" viewBox="0 0 ${ks} ${As}" preserveAspectRatio="none" aria-hidden="true">
    <polyline points=${js(e,t)}></polyline>
  </svg>`}var Ns=10;function Ps({overview:e,conflicts:t},n){let r=`over the last ${Ns} seconds`,i=(e,t,n,i,a,o)=>{let s=we(i,Ns);return{id:e,label:t,tone:n,meaning:`${a}, ${r}.`,column:i,perSecond:s,evidence:Fs(o,s)}};return S`<dl class="pulse">
    ${[{...i(`bids-rate`,`bids in`,`traffic`,n.bids,`Bids per second as the evaluators reported them`,e.bids),perSecond:e.rate.bidsPerSecond,evidence:e.rate},i(`outcomes-rate`,`outcomes`,`outcome`,n.outcomes,`Auctions decided per second`,e.outcomes),i(`settlements-rate`,`settlements`,`truth`,n.settlements,`Slots per second that came to their end in the truth store: settled, rejected or unsold`,e.settlements),i(`conflicts-per-second`,`conflicts`,`conflict`,n.conflicts,`Operations per second of which an attempt lost against somebody else`,t)].map(Is)}
  </dl>`}function Fs(e,t){return{...e,kind:`derived`,sampleSize:Math.round((t??0)*Ns)}}function Is(e){return S`<div class="tile ${e.tone}">
    <dt>${e.label}<span class="unit">per second</span></dt>
    <dd>${$(se(e.perSecond),e.meaning,e.evidence,``,e.id)}</dd>
    <dd class="line">${Ms(e.column.slice(-90),4)}</dd>
  </div>`}function Ls(e,{store:t}){return S`<section class="panel" aria-labelledby="lag-title">
    <h2 id="lag-title">How far the stores are behind</h2>
    ${t===void 0?dt(`how far the stores are behind`):S`<dl class="stats">
            ${zs(`records to write`,Bs(t.lagRecords),`Records of the log that are not yet in the traffic store.`,t,`lag-records`)}
            ${zs(`oldest of them`,Vs(t.oldestUnwrittenSeconds),`How long the oldest record that is not yet written has waited.`,t)}
            ${zs(`hot slots`,Bs(t.hotSlots),`Slots whose records the writer spreads or merges because they come faster than one key takes them.`,t)}
            ${zs(`oldest waiting outcome`,Vs(t.oldestWaitingOutcomeSeconds),`How long the oldest outcome without a settlement has waited.`,t)}
          </dl>
          ${wo(e,t)}`}
  </section>`}function Rs(e,{ledger:t}){return S`<section class="panel" aria-labelledby="ledger-title">
    <h2 id="ledger-title">The ledger</h2>
    ${t===void 0?dt(`what the ledger holds`):S`<dl class="stats">
            ${zs(`entries`,Bs(t.entries),`Rows of the ledger: each moves an amount into or out of one account.`,t)}
            ${zs(`postings`,Bs(t.postings),`Groups of entries that sum to zero, one for each thing that happened.`,t)}
            ${zs(`voided`,Bs(t.voided),`Settlements that were taken back by a further posting; nothing is ever deleted.`,t)}
            ${zs(`disputed`,Bs(t.disputed),`Settlements whose amount is held until a dispute is decided.`,t)}
          </dl>
          ${wo(e,{...t,newestAt:t.checkedAt})}`}
  </section>`}function zs(e,t,n,r,i=``){return S`<div>
    <dt>${e}</dt>
    <dd>${$(t,n,r,``,i)}</dd>
  </div>`}function Bs(e){return e===null?`–`:I(e)}function Vs(e){return e===null?`–`:e===0?`none`:e<1?`< 1 s`:de(e)}var Hs=class{host;id=`overview`;title=`Overview`;bids=new ho(`chart-bids`,[{label:`bids/s`,colour:`--traffic`}]);truth=new ho(`chart-truth`,[{label:`outcomes/s`,colour:`--outcome`},{label:`settlements/s`,colour:`--truth`}]);conflicts=new ho(`chart-conflicts`,[{label:`failed attempts/s`,colour:`--conflict`}]);constructor(e){this.host=e}enter(){}leave(){this.bids.forget(),this.truth.forget(),this.conflicts.forget()}render(){let{state:e}=this.host;return e.frame===void 0?lt(e):Us(e,e.frame)}rendered(){let e=Re(this.host.state);this.bids.show([e.seconds,e.bids]),this.truth.show([e.seconds,e.outcomes,e.settlements]),this.conflicts.show([e.seconds,e.failedAttempts])}};function Us(e,t){let{overview:n}=t;return S`${ze(t)?Ws():T} ${ms(n)}
    ${Ps(t,Re(e))} ${gs(e,t)}
    <div class="trio">
      <div class="stack">${rs(e,n)} ${Rs(e,n)}</div>
      <div class="stack">${Es(e,n)} ${Ls(e,n)}</div>
      ${ss(e,t.cost)}
    </div>
    ${Gs()} ${hs(n)}`}function Ws(){return S`<section class="panel placeholder">
    <h2>Nothing has been traded yet</h2>
    <p>
      Run <code>./exchange demo</code>, or open a slot and send it a bid: the figures below move
      within a second, without reloading.
    </p>
  </section>`}function Gs(){return S`<section class="panel charts" aria-labelledby="charts-title">
    <h2 id="charts-title">The last minutes</h2>
    <div class="chart-row">
      ${Ks(`chart-bids`,`Bids per second`)}
      ${Ks(`chart-truth`,`Outcomes and settlements per second`)}
      ${Ks(`chart-conflicts`,`Failed attempts per second`)}
    </div>
    <span class="basis">derived · differences of cumulative counts, once a second</span>
  </section>`}function Ks(e,t){return S`<div>
    <h3>${t}</h3>
    <div id=${e} class="chart" role="img" aria-label="${t} over the last five minutes"></div>
  </div>`}var qs=class{host;id=`reliability`;title=`Reliability`;constructor(e){this.host=e}enter(){}leave(){}render(){return ut(`Reliability`,`This view is being built.`)}},Js=[`bidsPerSecond`,`slots`,`contentionPercent`,`seconds`];function Ys({profiles:e,limits:t}){return{profile:e[0]?.name??``,seed:``,bidsPerSecond:String(t.bidsPerSecond.default),slots:String(t.slots.default),contentionPercent:String(t.contentionPercent.default),seconds:String(t.seconds.default)}}function Xs(e,{min:t,max:n}){let r=$s(e);return r===void 0||r<t||r>n?`must be a whole number from ${t.toLocaleString(`en-US`)} to ${n.toLocaleString(`en-US`)}`:``}function Zs(e){return e.trim()===``?``:Xs(e,{min:0,max:2**53-1})}function Qs(e,t){if(!(Js.some(n=>Xs(e[n],t[n])!==``)||Zs(e.seed)!==``))return{profile:e.profile,bidsPerSecond:Number(e.bidsPerSecond),slots:Number(e.slots),contentionPercent:Number(e.contentionPercent),seconds:Number(e.seconds),...e.seed.trim()===``?{}:{seed:Number(e.seed)}}}function $s(e){return/^\s*\d{1,16}\s*$/.test(e)?Number(e):void 0}var ec={bidsPerSecond:{label:`Bids per second`,hint:`over all regions and auctions`},slots:{label:`Slots at a time`,hint:`auctions that are open together`},contentionPercent:{label:`Contention, per cent`,hint:`so many of the auctions close at one moment and are won by the same few advertisers`},seconds:{label:`Seconds`,hint:`until the run ends by itself`}};function tc(e,t,n){return S`<form
    class="panel run-form"
    novalidate
    aria-labelledby="run-form-title"
    @submit=${e=>{e.preventDefault(),n.start()}}
  >
    <h2 id="run-form-title">Start regional traffic</h2>
    <fieldset class="profiles">
      <legend>Profile</legend>
      ${e.profiles.map(r=>nc(r,e.profiles,t,n))}
    </fieldset>
    <div class="knobs">
      ${Js.map(r=>rc(r,e,t,n))} ${ic(t,n)}
    </div>
    ${n.problem===``?T:S`<p class="caution" role="alert">${n.problem}</p>`}
    <p class="send">
      <button type="submit" class="primary" ?disabled=${n.busy}>
        ${n.busy?`Starting …`:`Start traffic`}
      </button>
      <span class="note">It can be stopped at any time.</span>
    </p>
  </form>`}function nc(e,t,n,r){let i=Object.entries(e.regions).sort(([,e],[,t])=>t-e),a=uo([...new Set(t.flatMap(e=>Object.keys(e.regions)))]);return S`<label class="profile">
    <input
      type="radio"
      name="profile"
      value=${e.name}
      .checked=${e.name===n.profile}
      @change=${()=>r.change({profile:e.name})}
    />
    <span class="profile-title">${e.title}</span>
    ${To(i.map(([e,t])=>({value:t,className:`part-region region-${a.get(e)}`})),100)}
    <span class="shares">
      ${i.map(([e,t])=>S`<span><i class="swatch region-${a.get(e)}"></i>${e} ${t} %</span>`)}
    </span>
  </label>`}function rc(e,t,n,r){let i=t.limits[e],{label:a,hint:o}=ec[e],s=r.tried?Xs(n[e],i):``,c=`run-${e}`,l=t=>r.change({[e]:t.target.value});return S`<div class="field">
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
      >${s===``?`${I(i.min)} to ${I(i.max)}; ${o}`:`${a} ${s}.`}</small
    >
  </div>`}function ic(e,t){let n=t.tried?Zs(e.seed):``;return S`<div class="field">
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
  </div>`}function ac(e,t,n){let r=t.state===`ENDED`,i=r?t.seconds:Math.min(t.seconds,Ie(e,t.startedAt)??0),a={kind:`simulated`,sampleSize:t.bidsSent,newestAt:new Date(Fe(e)).toISOString(),ageSeconds:0},o=(e,t,n,r=``)=>S`<div>
    <dt>${e}</dt>
    <dd>${$(I(t),n,a,``,r)}</dd>
  </div>`;return S`<section class="panel running" aria-labelledby="running-title">
    <div class="panel-head">
      <h2 id="running-title">${r?`The run that ended last`:`Traffic is running`}</h2>
      <span class="badge simulated" role="status">simulated · ${L(t.state)}</span>
    </div>
    <p class="note">
      ${L(t.profile)}, ${I(t.bidsPerSecond)} bids per second over ${I(t.slots)} slots at a
      time, ${t.contentionPercent} % contended, as run <code>${t.runId}</code>
    </p>
    <div class="progress">
      ${To([{value:i,className:`part-counted`}],t.seconds)}
      <span>${r?`ended`:`${de(i)} of ${de(t.seconds)}`}</span>
    </div>
    <dl class="stats">
      ${o(`bids sent`,t.bidsSent,`Bids that the simulator has sent in this run.`,`run-sent`)}
      ${o(`acknowledged`,t.bidsAcknowledged,`Bids that the exchange has taken: they are durable.`,`run-acknowledged`)}
      ${o(`refused`,t.bidsRefused,`Bids that the exchange answered with a problem, or not at all.`)}
      ${o(`slots opened`,t.slotsOpened,`Auctions opened in this run; ${I(t.slotsClosed)} of them closed.`)}
    </dl>
    ${t.lastProblem===null?T:S`<p class="caution" role="note">Last problem: ${t.lastProblem}</p>`}
    ${n.problem===``?T:S`<p class="caution" role="alert">${n.problem}</p>`}
    ${r?T:S`<p class="send">
          <button type="button" class="primary stop" ?disabled=${n.busy||t.state===`STOPPING`} @click=${()=>n.stop()}>
            ${t.state===`STOPPING`?`Stopping …`:`Stop traffic`}
          </button>
        </p>`}
    ${wo(e,a)}
  </section>`}var oc=2e4;function sc(e,t,n){return S`<section class="panel runs" aria-labelledby="runs-title">
    <h2 id="runs-title">Earlier runs</h2>
    ${e.length===0?S`<p class="empty">No run has been recorded yet. A run is recorded when it ends.</p>`:S`<table class="plain-table stacks" role="table">
          <thead role="rowgroup">
            <tr role="row">
              ${[`Started`,`What`,`Seed`,`Bids sent`,`Acknowledged`,`Slots`,`Took`,`Checks`,`Report`].map((e,t)=>S`<th role="columnheader" scope="col" class=${t>1&&t<7?`number`:``}>${e}</th>`)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${e.map(e=>cc(e,e.runId===t,n))}
          </tbody>
        </table>`}
    <span class="basis">simulated · n&nbsp;=&nbsp;${I(e.length)} runs · as each was recorded</span>
  </section>`}function cc(e,t,n){let r={kind:`simulated`,sampleSize:e.bidsSent,newestAt:e.finishedAt,ageSeconds:null},i=(Date.parse(e.finishedAt)-Date.parse(e.startedAt))/1e3;return S`<tr role="row">
      <th role="rowheader" scope="row">${me(e.startedAt)}</th>
      <td role="cell" data-label="What">${e.command}</td>
      <td role="cell" class="number" data-label="Seed">${e.seed}</td>
      <td role="cell" class="number" data-label="Bids sent">${$(I(e.bidsSent),`Bids that the simulator sent in this run.`,r)}</td>
      <td role="cell" class="number" data-label="Acknowledged">${$(I(e.bidsAcknowledged),`Bids that the exchange took; ${I(e.bidsSent-e.bidsAcknowledged)} it did not.`,r)}</td>
      <td role="cell" class="number" data-label="Slots">${I(e.slots)}</td>
      <td role="cell" class="number" data-label="Took">${i<1?`< 1 s`:de(i)}</td>
      <td role="cell" data-label="Checks"><span class="badge ${e.allHold?`holds`:`broken`}">${e.allHold?`all hold`:`not all hold`}</span></td>
      <td role="cell" data-label="Report">
        <button type="button" class="plain" aria-expanded=${t} aria-label="Report of the run of ${me(e.startedAt)}" @click=${()=>n(t?void 0:e.runId)}>
          ${t?`hide`:`show`}
        </button>
      </td>
    </tr>
    ${t?S`<tr role="row" class="report">
          <td role="cell" colspan="9"><pre tabindex="0">${lc(e.report)}</pre></td>
        </tr>`:T}`}function lc(e){let t=e;try{t=JSON.stringify(JSON.parse(e),null,2)}catch{}return t.length<=oc?t:`${t.slice(0,oc)}\n… ${I(t.length-oc)} characters more; see /v1/simulation-runs`}var uc=1e3,dc=5e3,fc=15e3,pc=class{host;id=`simulator`;title=`Simulator`;draft;tried=!1;busy=!1;problem=``;wasRunning;openReport;simulator=new B(e=>tt(`/v1/simulator`,e),()=>st(this.simulator.value)?.running?uc:dc,()=>this.arrived());runs=new B(e=>tt(`/v1/simulation-runs?limit=50`,e),fc,()=>this.host.show());constructor(e){this.host=e}enter(){this.simulator.start(),this.runs.start()}leave(){this.simulator.stop(),this.runs.stop()}render(){return S`<p class="note lead">
        Simulated traffic goes in by the same door as any other and is counted in all figures of this
        page.
      </p>
      ${ft(this.simulator.value,`the simulator`,()=>this.simulator.refresh(),e=>this.controls(e))}
      ${ft(this.runs.value,`earlier runs`,()=>this.runs.refresh(),e=>sc(e,this.openReport,e=>{this.openReport=e,this.host.show()}))}`}controls(e){let{running:t}=e;if(t!==null&&t.state!==`ENDED`)return ac(this.host.state,t,{busy:this.busy,problem:this.problem,stop:()=>void this.stop()});let n=t===null?``:ac(this.host.state,t,{busy:!0,problem:``,stop:()=>{}});return e.enabled?(this.draft??=Ys(e),S`${n}${tc(e,this.draft,{tried:this.tried,busy:this.busy,problem:this.problem,change:e=>{this.draft={...this.draft,...e},this.host.show()},start:()=>void this.start(e)})}`):S`${n}${ut(`The simulator is switched off here`,e.whyNot??`The service does not say why.`)}`}arrived(){let e=st(this.simulator.value)?.running,t=e&&e.state!==`ENDED`?e.runId:void 0;this.wasRunning!==void 0&&t===void 0&&this.runs.refresh(),this.wasRunning=t,this.host.show()}async start(e){let t=Qs(this.draft,e.limits);this.tried=!0,t===void 0?(this.problem=``,this.host.show(),document.querySelector(`.run-form [aria-invalid="true"]`)?.focus()):await this.ask(()=>nt(`POST`,`/v1/simulator/runs`,t))}stop(){return this.ask(()=>nt(`DELETE`,`/v1/simulator/runs/current`))}async ask(e){this.busy=!0,this.problem=``,this.host.show();try{await e()}catch(e){this.problem=rt(e)}this.busy=!1,this.simulator.refresh(),this.host.show()}},mc={OPEN:`takes bids`,CLOSED:`takes no more bids; its outcome is to come`,AWARDED:`has a winner; its settlement is to come`,UNSOLD:`had no valid bid`,SETTLED:`is sold and committed`,REJECTED:`is not sold: no candidate could pay`},hc=12;function gc(e,t,n){let r=n.list===`recent`?t.recentSlots:t.topSlots,i=n.all?r.lines:r.lines.slice(0,hc);return S`<section class="panel slots" aria-labelledby="slots-title">
    <div class="panel-head">
      <h2 id="slots-title">Slots</h2>
      <div class="choice" role="group" aria-label="Which slots">
        ${vc(n,`recent`,`Moved last`)} ${vc(n,`top`,`Most bids`)}
      </div>
    </div>
    ${i.length===0?S`<p class="empty">No slot has been opened yet.</p>`:yc(e,t,i)}
    ${i.length<r.lines.length?S`<button type="button" class="plain" @click=${()=>n.showAll()}>
          Show all ${r.lines.length}
        </button>`:T}
    ${wo(e,r)}
  </section>`}function _c(e){return S`<button type="button" class="figure badge ${e.toLowerCase()}" data-meaning=${`This slot ${mc[e]??L(e)}.`}
    >${L(e)}</button
  >`}function vc(e,t,n){return S`<button
    type="button"
    aria-pressed=${e.list===t}
    @click=${()=>e.choose(t)}
  >
    ${n}
  </button>`}function yc(e,t,n){return S`<table role="table">
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
      ${n.map(n=>bc(e,t,n))}
    </tbody>
  </table>`}function bc(e,t,n){let r={...t.bids,sampleSize:n.received+n.late,newestAt:n.lastAt},i=n.received-n.counted;return S`<tr role="row">
    <th role="rowheader" scope="row">
      <a class="slot-id" href=${R(`auctions`,n.slotId)}>${n.slotId}</a>${n.name===null?T:S`<span class="slot-name">${n.name}</span>`}
    </th>
    <td role="cell" data-label="State">
      ${_c(n.state)}
    </td>
    <td role="cell" class="number" data-label="Bids">
      ${$(I(n.received),`Bids received in time; ${I(n.counted)} counted, ${I(i)} duplicate or rejected.`,r)}
    </td>
    <td role="cell" class="number" data-label="Late">${I(n.late)}</td>
    <td role="cell" data-label="Region">${n.winningRegion??`–`}</td>
    <td role="cell" data-label="Winner">${n.winner??`–`}</td>
    <td role="cell" class="number" data-label="Price">
      ${n.price===null?`–`:S`${he(n.price)} <span class="unit">${n.currency}</span>`}
    </td>
    <td role="cell" class="number age" data-label="Changed">${fe(Ie(e,n.lastAt))}</td>
  </tr>`}function xc(e,{hotSlots:t}){let n=Math.max(0,...(t?.lines??[]).map(e=>e.bidsPerSecond));return S`<section class="panel hot" aria-labelledby="hot-title">
    <h2 id="hot-title">Hot slots</h2>
    ${t===void 0?dt(`which slots are hot`):S`${t.lines.length===0?S`<p class="empty">No slot takes bids at this moment.</p>`:S`<ol>
                ${t.lines.map(e=>S`<li>
                    <div class="hot-head">
                      <a class="slot-id" href=${R(`auctions`,e.slotId)}>${e.slotId}</a>
                      ${_c(e.state)}
                      <span
                        >${$(se(e.bidsPerSecond),`Bids per second over the last ${I(t.windowSeconds)} seconds; ${I(e.received)} received since the slot was opened.`,t)}
                        bids/s</span
                      >
                    </div>
                    ${To([{value:e.bidsPerSecond,className:`part-counted`}],n)}
                  </li>`)}
              </ol>`}
          ${wo(e,t)}`}
  </section>`}function Sc(e,t){let{bids:n,winningRegions:r}=t,i=[...new Set([...Object.keys(n.byRegion),...Object.keys(r.byRegion)])].sort(),a=uo(i),o=Object.values(r.byRegion).reduce((e,t)=>e+t,0);return S`<section class="panel regions" aria-labelledby="regions-title">
    <h2 id="regions-title">Regions</h2>
    ${i.length===0?S`<p class="empty">No bid from any region yet.</p>`:S`<ul class="region-list">
          ${i.map(e=>{let t=n.byRegion[e]?.received??0,i=r.byRegion[e]??0;return S`<li>
              <div class="region-head">
                <b><i class="swatch region-${a.get(e)}"></i>${e}</b>
                <span
                  >${$(le(t,n.received),`Share of all bids received: ${I(t)} of ${I(n.received)}.`,{...n,kind:`derived`})}
                  of bids</span
                >
                <span
                  >${$(I(i),`Auctions won by a bid from ${e}: ${le(i,o)} of all awarded.`,r)}
                  won</span
                >
              </div>
              ${To([{value:t,className:`part-region region-${a.get(e)}`}],n.received)}
              ${To([{value:i,className:`part-won`}],o)}
            </li>`})}
        </ul>
        <p class="legend"><span>Upper bar: share of bids.</span><span><i class="key-won"></i>Lower bar: share of auctions won.</span></p>`}
    ${wo(e,n)}
  </section>`}function Cc({bids:e}){let t=Object.entries(e.rejected).sort(([,e],[,t])=>t-e),n=t.reduce((e,[,t])=>e+t,0);return[{label:`counted`,count:e.counted,key:`counted`,part:!1,meaning:`Valid bids that took part in their auction.`},{label:`duplicate`,count:e.duplicate,key:`duplicate`,part:!1,meaning:`Exact repeats of a bid: counted once, without effect.`},{label:`rejected`,count:n,key:`rejected`,part:!1,meaning:`Bids that were read in time and did not count, for the reasons below.`},...t.map(([e,t])=>({label:L(e),count:t,key:`rejected`,part:!0,meaning:`Bids rejected because of: ${L(e)}.`})),{label:`late`,count:e.late,key:`late`,part:!1,meaning:`Bids that came after their slot’s close marker. They are not part of received.`}]}function wc(e,t){let{bids:n}=t,r=Cc(t),i=n.received+n.late;return S`<section class="panel verdicts" aria-labelledby="verdicts-title">
    <h2 id="verdicts-title">What became of the bids</h2>
    ${i===0?S`<p class="empty">No bid has been read yet.</p>`:S`${To(r.filter(e=>!e.part).map(e=>({value:e.count,className:`part-${e.key}`})),i)}
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
                  <td class="number">${$(I(e.count),e.meaning,n)}</td>
                  <td class="number">${$(le(e.count,i),`${I(e.count)} of ${I(i)} bids read, late ones included.`,{...n,kind:`derived`})}</td>
                </tr>`)}
            </tbody>
          </table>`}
    ${wo(e,n)}
  </section>`}var Tc=class{host;id=`traffic`;title=`Traffic`;list=`recent`;all=!1;byRegion=new ho(`chart-regions`,[],!0);lost=new ho(`chart-lost`,[{label:`late`,colour:`--outcome`},{label:`duplicate`,colour:`--muted`},{label:`rejected`,colour:`--conflict`}]);constructor(e){this.host=e}enter(){}leave(){this.byRegion.forget(),this.lost.forget()}render(){let{state:e}=this.host;return e.frame===void 0?lt(e):this.content(e,e.frame)}rendered(){let e=Re(this.host.state),t=fo(e.byRegion);t.length===0?this.byRegion.show([e.seconds,e.bids],[{label:`all regions`,colour:`--region-1`}]):this.byRegion.show([e.seconds,...t.map(e=>e.column)],t.map(({name:e,colour:t})=>({label:e,colour:`--region-${t}`}))),this.lost.show([e.seconds,e.late,e.duplicates,e.rejected])}content(e,{overview:t}){let n=Re(e);return S`<div class="columns">
        <div class="stack">
          ${Ec(`chart-regions`,`Bids per second by region`,`Bids per second over the last five minutes, one layer for each region`,Object.keys(n.byRegion).length>0,`by region`)}
          ${Ec(`chart-lost`,`Not counted, per second`,`Late, duplicate and rejected bids per second over the last five minutes`,n.late.some(e=>e!==null),`second by second`)}
        </div>
        <div class="stack">${Sc(e,t)} ${wc(e,t)}</div>
      </div>
      ${xc(e,t)} ${gc(e,t,this.choice())}`}choice(){return{list:this.list,all:this.all,choose:e=>{this.list=e,this.host.show()},showAll:()=>{this.all=!0,this.host.show()}}}};function Ec(e,t,n,r,i){return S`<section class="panel charts" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <div id=${e} class="chart" role="img" aria-label=${n}></div>
    <span class="basis"
      >derived · differences of cumulative counts, once a second${r?``:` · not known ${i} yet`}</span
    >
  </section>`}var Dc=document.getElementById(`page`);Dc.replaceChildren(),new Xe(Dc,[e=>new Hs(e),e=>new Tc(e),e=>new mt(e),e=>new es(e),e=>new Jo(e),e=>new qs(e),e=>new pc(e)]).start();