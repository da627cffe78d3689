import type { TourStrings } from "./strings-en.ts";

export const tourVietnamese: TourStrings = {
  name: "Hướng dẫn từng bước",
  offer: "Lần đầu bạn vào đây? Đi thử trọn đường của một câu hỏi, đến khi có người trả lời: tám bước ngắn.",
  begin: "Bắt đầu",
  notNow: "Để sau",
  showMe: "Chỉ mình chỗ đó",
  again: "Làm lại từ đầu",
  end: "Đóng hướng dẫn",
  progress: (step, all) => `Bước ${step}/${all}`,
  become: (name) => `Bạn chuyển sang ${name} trước nhé.`,
  steps: {
    ask: {
      what: ({ asker }) => `Bạn đang là ${asker}. Hỏi Signpost: “mình quên mật khẩu root”.`,
      why: () => "Bot chỉ trả lời điều nó chắc, bằng các bước đã có người kiểm tra.",
    },
    stuck: {
      what: () => "Báo là chưa được: bấm “Vẫn chưa được” dưới câu trả lời.",
      why: () => "Không câu trả lời nào là ngõ cụt: bước tiếp theo tuỳ vào vấn đề.",
    },
    team: {
      what: () => "Bấm “Hỏi đội hỗ trợ”; nút gặp người hỗ trợ cũng dẫn tới đó.",
      why: () => "Đội nhận được câu hỏi và những gì đã thử, không ai phải kể lại lần nữa.",
    },
    helper: {
      what: ({ helper }) => `Chuyển sang ${helper}, người trong đội: con số cho biết có việc đang chờ.`,
      why: () => "Đội trả lời trong kênh của mình, không cần biết câu hỏi đến từ đâu.",
    },
    take: {
      what: () => "Trong #support-team, bấm “I'll take this” dưới câu hỏi.",
      why: () => "Cả đội biết ai đang lo, và người hỏi cũng được báo.",
    },
    answer: {
      what: () =>
        "Trả lời trong luồng và nhắc tên bot: “@signpost Bạn dùng link đặt lại ở trang đăng nhập nhé.”",
      why: () => "Chỉ tin có nhắc tên bot mới được chuyển đi, nên đội vẫn bàn riêng với nhau được.",
    },
    read: {
      what: ({ asker }) => `Quay lại ${asker} và đọc câu trả lời trong tin nhắn riêng.`,
      why: ({ helper }) => `Lời của ${helper} đi qua bot: hai người không cần ở cùng một chỗ.`,
    },
    solved: {
      what: () => "Bấm “Đã xong” dưới các bước: nút “Chỉ mình chỗ đó” cuộn lên đúng chỗ.",
      why: () => "Cuộc trò chuyện khép lại, và báo cáo cho biết câu trả lời nào có ích.",
    },
  },
  done: {
    what: () => "Vậy là bạn đã đi trọn đường.",
    why: () =>
      "Phần lớn câu hỏi xong ngay ở câu trả lời đầu. Giờ bạn hỏi gì cũng được, hoặc xem phía sau một tin.",
  },
};
