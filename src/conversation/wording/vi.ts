import { code, link, rich, strong } from "../../answer/text.ts";
import type { Wording } from "./wording.ts";

const date = new Intl.DateTimeFormat("vi-VN", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  timeZone: "UTC",
});

export const vi: Wording = {
  buttons: {
    solved: "Đã xong",
    stuck: "Vẫn chưa được",
    notMeant: "Không phải ý tôi",
    noneOfThese: "Không có cái nào đúng",
    topics: "Các chủ đề",
    createCase: "Tạo yêu cầu hỗ trợ",
    openForm: "Mở biểu mẫu",
    openPage: "Mở trang phù hợp",
    writeMessage: "Tin nhắn gửi quản trị viên",
    otherLanguageMessage: "Tin nhắn bằng tiếng Anh",
    administrator: "Tôi là quản trị viên",
    sent: "Tôi đã gửi",
    person: "Gặp người hỗ trợ",
    backToSteps: "Xem lại các bước",
    share: "Chia sẻ với cả kênh",
    remove: "Không hữu ích, gỡ bỏ",
    ask: "Tự mô tả",
  },

  askForm: {
    title: "Câu hỏi của bạn",
    label: "Bạn gặp chuyện gì, trang báo gì?",
    hint: "Tiếng Việt hoặc tiếng Anh. Đừng ghi mật khẩu, mã hay access key.",
    submit: "Tìm câu trả lời",
    empty: "Bạn viết vài chữ giúp mình nhé.",
  },
  commandHint: rich`Bạn cũng có thể gõ câu hỏi ngay sau lệnh: ${code("/aws-help không nhận được SMS")}`,
  removeNotYours: "Chỉ người đã hỏi mới gỡ được tin này.",
  surface: {
    chosen: "Bạn đã chọn:",
    search: "Bạn gặp chuyện gì?",
    searchHint: "Viết bằng lời của bạn rồi nhấn Enter",
    cantShare: "Mình không viết được trong kênh này. Bạn mời mình bằng /invite rồi chia sẻ lại nhé.",
    formFailed: "Biểu mẫu chưa mở được. Bạn bấm lại nút một lần nữa nhé.",
  },

  source: "Nguồn: ",
  checked: (iso) => `, kiểm tra ngày ${date.format(new Date(iso))}`,

  stuckTitle: "Mình cùng xem thêm nhé",
  caseHelps: "Mình đã soạn sẵn nội dung yêu cầu hỗ trợ, kèm các bước để bạn gửi đi.",
  administratorHelps: "Mình đã soạn sẵn tin nhắn ghi rõ những gì quản trị viên cần làm.",
  linkHelps: "Trang này sẽ giúp bạn đi tiếp.",
  nobodyKnown: "Bạn chọn chủ đề khác hoặc gặp người hỗ trợ nhé.",

  caseTitle: "Gửi yêu cầu hỗ trợ, từng bước một",
  caseInEnglish:
    "Nội dung bằng tiếng Anh vì AWS Support chưa hỗ trợ tiếng Việt. Bạn chép tiêu đề và mô tả, rồi thay những chỗ trong [ngoặc vuông].",
  caseForm: {
    type: "Type (loại)",
    service: "Service (dịch vụ)",
    category: "Category (hạng mục)",
    severity: "Severity (mức độ)",
    subject: "Subject (tiêu đề)",
    description: "Description (mô tả)",
  },
  caseSteps: {
    console: {
      open: (url) => [
        rich`Mở ${link("AWS Support Center", url)} và đăng nhập, kể cả khi tài khoản chưa kích hoạt. Nếu trợ lý ảo hiện ra, chọn ${strong("Use the old experience")}.`,
        rich`Chọn ${strong("Create case")} rồi điền:`,
      ],
      send: (contact) => [
        rich`Nếu có, hãy đính kèm ảnh chụp bước mà bạn đang vướng.`,
        rich`Ở phần cách liên hệ, chọn ${strong(contact ?? "Chat")} nếu có, không thì ${strong("Phone")} hoặc ${strong("Email")}.`,
        rich`Chọn ${strong("Submit")}. AWS Support sẽ liên hệ với bạn.`,
      ],
    },
    "no-sign-in": {
      open: (url) => [
        rich`Mở ${link("biểu mẫu về tài khoản và thanh toán", url)}. Không cần đăng nhập.`,
        rich`Điền một email bạn đang đọc được và email của tài khoản AWS, rồi dán:`,
      ],
      send: () => [
        rich`Chọn cách liên hệ nếu biểu mẫu hỏi, rồi gửi. AWS Support thường trả lời qua email, nhớ xem cả thư mục spam.`,
      ],
    },
    "mfa-form": {
      open: (url) => [
        rich`Mở ${link("biểu mẫu hỗ trợ MFA", url)}. Không cần đăng nhập.`,
        rich`Điền email của root user và số điện thoại mà AWS gọi được cho bạn, rồi dán:`,
      ],
      send: () => [
        rich`Chọn cách liên hệ nếu biểu mẫu hỏi, rồi gửi. Nhớ để điện thoại bên cạnh: AWS có thể gọi để xác minh đúng là bạn.`,
      ],
    },
  },
  casePrivacy: "Đừng ghi mật khẩu, mã xác minh, access key hay số thẻ đầy đủ vào yêu cầu hỗ trợ.",
  caseWithoutSignIn: (url) =>
    rich`Hoàn toàn không đăng nhập được? Bạn dùng ${link("biểu mẫu không cần đăng nhập", url)} với cùng nội dung này.`,

  messageTitle: "Tin nhắn gửi quản trị viên",
  messageHelp: "Bạn gửi tin này cho người quản lý AWS ở công ty hoặc trường của bạn, thường là bên IT.",
  administratorTitle: "Dành cho quản trị viên",
  caseSent:
    "Vậy là xong phần gửi. Bạn theo dõi hộp thư đã điền, cả thư mục spam, để xem AWS trả lời. Hãy trả lời trong chính yêu cầu đó thay vì mở yêu cầu mới, vì yêu cầu mới phải xếp hàng lại từ đầu.",
  messageSent: "Tốt rồi. Khi quản trị viên làm xong, bạn thử đăng nhập lại rồi cho mình biết kết quả nhé.",

  solved: "Vậy là ổn rồi, mừng cho bạn. Có gì nữa cứ nhắn mình nhé.",
  solvedByOther: "Mừng quá. Chỉ người đã hỏi mới đóng được câu hỏi này. Mình giúp gì cho bạn được không?",
  thanks: "Không có gì. Có gì nữa cứ nhắn mình nhé.",
  thanksFor: "Không có gì. Bạn làm được chưa?",
  greeting:
    "Chào bạn! Mình giúp khi bạn gặp trục trặc đăng nhập AWS. Trên màn hình đang hiện gì? Tốt nhất là gõ lại dòng báo lỗi, hoặc chọn mục phù hợp.",
  suggest: "Mình chưa chắc là cái nào. Ý bạn là:",
  otherwise: "Mình xin lỗi nhé. Có thể là một trong những mục này:",
  decline:
    "Mình chưa rõ bạn đang hỏi về chuyện gì. Mình hỗ trợ việc đăng nhập AWS: mật khẩu, MFA, mã không gửi về, tài khoản mới hoặc bị tạm ngưng. Bạn gõ giúp dòng chữ trên trang, hoặc chọn một chủ đề nhé.",
  blank:
    "Mình nhận được tin rồi nhưng không thấy chữ nào đọc được. Trên màn hình đang hiện gì? Tốt nhất là gõ lại dòng báo lỗi.",
  picture: "Mình không đọc được ảnh. Bạn gõ lại giúp dòng báo lỗi đúng như trên màn hình nhé.",
  noSuchNumber: "Số đó không có trong các mục này. Bạn chọn giúp mình một mục nhé:",
  unknownButton: "Nút đó không còn dùng được nữa. Bạn chọn một trong các mục này nhé:",
  gone: "Chủ đề đó không còn ở đây nữa. Có thể một trong các mục này giúp được:",
  person: "Đây là cách liên hệ với người có thể giúp bạn.",
  fault:
    "Có lỗi ở phía mình nên tin của bạn chưa được trả lời. Bạn gửi lại giúp mình, hoặc chọn một chủ đề nhé.",

  heard: {
    solved:
      "da xong, xong roi, duoc roi, dc roi, da duoc, da dc, ok roi, oke roi, vao duoc roi, vao dc roi, vo duoc roi, vo dc roi, dang nhap duoc roi, da giai quyet, giai quyet xong, het loi roi, ngon roi, thanh cong roi, da vao duoc",
    stuck:
      "van khong duoc, van ko duoc, van ko dc, van k dc, van k duoc, van khong dc, van chua duoc, van chua dc, chua duoc, chua dc, khong duoc, ko duoc, ko dc, k dc, van loi, van bi, van vay, van the, van y nguyen, van bi loi, khong an thua, thu roi, thu het roi, da thu, van ket, khong giup duoc, chua xong, chua vao duoc, khong vao duoc, van khong vao duoc, van chua vao duoc, khong vo duoc, van khong vo duoc, van hong duoc, hong duoc",
    no: "khong, ko, chua, hong, van",
    yes: "da vang, vang, da, roi, duoc, dc, co, u, uh, um, da roi, da co",
    unsure: "khong biet, ko biet, k biet, khong chac, ko chac, khong ro, khong biet nua, chiu",
    thanks: "cam on, cam on ban, cam on nhieu, cam on ad, thank, tks, thanks, ok, oke, okie",
    greeting:
      "chao, xin chao, chao ban, chao ad, alo, hello, hi, chao ca nha, chao moi nguoi, cho em hoi, cho minh hoi, cho hoi, co ai khong, co ai o day khong",
    notMeant:
      "khong phai y toi, khong phai y minh, khong phai cai nay, ko phai cai nay, khong phai vay, y minh khac, khong dung y",
    english: "",
    vietnamese: "",
    person: "gap nguoi that, gap nguoi ho tro, noi chuyen voi nguoi that, can nguoi ho tro",
    filler:
      "xiu, chut, ti, mot, a, nhe, nha, oi, roi, ban, em, minh, anh, chi, ad, ae, ca, nha, moi, nguoi, nhieu, lam, qua, voi, the, thi, la, cho, giup, oi, va, nua, lai, tu, nay, gio, dang, cai, chuyen, sang, dung",
  },

  ordinals: "dau tien, thu hai, thu ba, thu tu, thu nam, thu sau",
};
