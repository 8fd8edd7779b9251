import { pairTable } from './code-pages';

/**
 * How often characters occur in Chinese news, roughly: enough to tell a right decoding from a wrong
 * one, in which rare characters, private use and symbols stand side by side.
 */

/** Common characters of simplified texts (half of them are the traditional forms too), by frequency. */
const COMMON_SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过' +
  '发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本' +
  '前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很' +
  '最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度' +
  '门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电' +
  '数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马' +
  '科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万' +
  '取拉格望觉术领共确传师观清今切院让识候带导争运會這個來時說為對發經後業區服组织居委街镇村县省' +
  '党群众层未护推项培训志愿童青庭困境帮扶爱负责联举办近讯积极参升促创台源需专构协局慈善益捐赠救' +
  '助养残健康医校妈爸爷奶姐妹兄弟孩亲友邻温暖笑脸讲述故谢您希梦努奋斗坚持精践示范站序微网络闻媒' +
  '春夏秋冬节季周末早晚昨晨夜午龄岁号楼室厅堂广州京深圳江苏浙河湖贵云川陕甘藏宁疆吉林辽黑龙福双' +
  '随访谈评估督案例显著效模探索验首批启仪签约授牌揭幕颁奖优秀获累余元支投落监调查研究析增降低超' +
  '占左右均半逐步续改革融质标准食检疫防控卫病患士警察消律援咨询疏矛盾纠纷宣育课座趣味游戏绘画舞' +
  '蹈唱歌阅读';

/** Common forms that only traditional texts have, by frequency. */
const COMMON_TRADITIONAL =
  '國們過學還種現實從無問開關長體動進當間點機見員與電話東車門書記題議論認設請讓該許誰應總產處統' +
  '義氣將內兩聽覺頭樣張萬歲幾爾並麼沒給較場決樂價單戰爭軍馬費術團際導練務類雖難離運達選連遠邊醫' +
  '灣臺歷華親愛兒媽爺讀寫語詞師課習試驗觀視聲響圖畫藝節慶禮獎項專職勞農鎮縣鄉廳樓號線鐵橋島嶼陸' +
  '續縮結構組織約級紀綱維護綜網絡緊緣編輯緩繼績終絕紅純細紙絲綠縱繪繫纏飯飲館餘養錢銀鐘錯鍵鏡鏈' +
  '鋼閉閒閱闊閃閣陽陰陳隊階隨險隱雙雜雞雲霧靈靜頂順須預領頗頓頻額顏願顧顯風飛騎驚鬥魚鮮鳥鳳鳴鴨' +
  '鵝麥麗黃黨齊齡龍龜貝財責貧貨販貪貫貴買貸貼貿賀賓賜賞賠賢賣賴質賺購贈贊趕跡踐躍軌軟載輔輕輛輝' +
  '輩輪輸轄轉轟辦辭遲適遷遺邁鄰郵鄭釋針釣鈴銷銳鋪錄錦鍋鍛證譯譽讚識變豐賽壓壞壯壽夢夾奪奮妝婦嬌' +
  '孫寧寶審寬尋屆屬岡嶺巖幣帶幫幹庫廁廂廠廢廣強彈彌彎彙徑復態慘慣慮憂憑憐憲憶懇懷懸戀戲戶拋捨掃' +
  '掛採揀換揚損搖搶撥擁擇擊擋擔據擠擬擴擺擾攔攜攝攤敗敘敵數斷晉晝暈暢暫曆曉條棄棗楊極榮槍標樹檔' +
  '檢櫃權歐歡歸殘殺殼毀況洩涼淚淺減渦測湧湯準溝溫滅滾滿漁漢漲漸潔潛潤澀澤濃濕濟濤濱瀏灑灘災烏煉' +
  '煙煩熱燈燒營燦燭爐爛牆牽獨獲獵獻瑪環瓊畝畢異療癥盜盞盡監盤盧眾睏瞭矚矯碼磚確礎礙禍禪稱穀積穎' +
  '穩窮竊競筆範築簡簽簾籃籌籤糧紛紮紹絆綁綿緒縫繞繩罰罷羅聖聞聯聰腦腳腸膚膽臉臨舉舊艙艦艱蘇莊萊' +
  '葉蒼蓋蓮蔣蕭薦薩藍藥蘭虛蟲蝦衛衝製複襲覽規覓觸訂計訊討訓託訪訴診評詢詩詳誇誌誕誘誠誤誨調談諒' +
  '諸諾謀謂謝謹譜譚豬貓賊賬鬆鬧髮麵齒齣囑圍園圓塊塗塵墊墜墮嘗嚇嚴嚮囉喪喚唸啟啞勁勝勢勵勸匯協卻' +
  '厭參叢吳呂嗎嗚噸壇壘夠妳姪娛嬰屍層崗峽係倆倉倫偉側偵偽傑傘備傳債傷傾僅僑儀億儉償優儲兇兌冊凍' +
  '凱別刪則剛創劃劇劉劑';

const PUNCTUATION = '，。、：；！？“”‘’（）《》　';

/** Natural logarithms of rough probabilities: [first unit, last unit, value], later ones hold. */
const BLOCKS: readonly (readonly [number, number, number])[] = [
  [0x0000, 0xffff, -13],
  [0x0000, 0x001f, -18],
  [0x0009, 0x000d, -4],
  [0x0020, 0x007e, -4],
  [0x007f, 0x009f, -18],
  [0x00a0, 0x00ff, -8],
  [0x00b7, 0x00b7, -5],
  [0x0100, 0x02ff, -12],
  [0x0370, 0x04ff, -10],
  [0x2010, 0x2026, -5],
  [0x2460, 0x249b, -9],
  [0x2500, 0x25ff, -11],
  [0x3000, 0x301f, -6],
  [0x3040, 0x30ff, -10.5],
  [0x3400, 0x4dbf, -16],
  [0x4e00, 0x9fff, -14],
  [0xd800, 0xdfff, -9],
  [0xe000, 0xf8ff, -18],
  [0xf900, 0xfaff, -16],
  [0xff01, 0xff5e, -6],
  [0xff61, 0xff9f, -16],
  [0xfffd, 0xffff, -18],
];

let table: Float32Array | null = null;

/** The logarithms by UTF-16 unit; built once. */
export function frequencyTable(): Float32Array {
  table ??= buildTable();
  return table;
}

function buildTable(): Float32Array {
  const built = new Float32Array(0x10000);
  for (const [first, last, value] of BLOCKS) built.fill(value, first, last + 1);
  // The standards put the characters in use first: level 1 of Big5 and of GB 2312.
  fillLevel(built, 'big5', 0xa4, 0xc6, -10.5);
  fillLevel(built, 'gb18030', 0xb0, 0xd7, -10);
  fillList(built, COMMON_TRADITIONAL, [-7, -8]);
  fillList(built, COMMON_SIMPLIFIED, [-5.5, -6.5, -7.3, -8]);
  fillList(built, PUNCTUATION, [-3.5]);
  return built;
}

function fillLevel(
  built: Float32Array,
  encoding: 'big5' | 'gb18030',
  first: number,
  last: number,
  value: number,
): void {
  const pairs = pairTable(encoding);
  for (let lead = first; lead <= last; lead += 1) {
    for (let trail = encoding === 'big5' ? 0x40 : 0xa1; trail <= 0xfe; trail += 1) {
      const unit = pairs[((lead - 0x81) << 8) | trail] ?? 0;
      if (unit >= 0x4e00 && unit <= 0x9fff) built[unit] = value;
    }
  }
}

/** Each value is for a step of the list, the first step the shortest. */
function fillList(built: Float32Array, list: string, values: readonly number[]): void {
  const STEP = 120;
  for (let i = 0; i < list.length; i += 1) {
    const step = Math.min(values.length - 1, Math.floor(Math.sqrt(i / STEP)));
    built[list.charCodeAt(i)] = values[step] ?? 0;
  }
}
