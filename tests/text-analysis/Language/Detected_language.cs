using DialInsight.TextAnalysis.Language;

namespace DialInsight.TextAnalysis.Tests.Language;

public sealed class Detected_language
{
    [Theory]
    [InlineData("您好，我想看一下翠湖的两居室。", "zh")]
    [InlineData("客户用iPhone打来电话，问Elm Court的房子还在不在，我说明天可以看", "zh")]
    [InlineData("Hello, is the flat near 翠湖 still available? I could come and see it on Saturday.", "en")]
    [InlineData("The café on the corner closes at 5.", "en")]
    [InlineData("駅から徒歩5分のマンションを見たいのですが", "other")]
    [InlineData("Здравствуйте, квартира ещё свободна?", "other")]
    [InlineData("안녕하세요 집을 보고 싶어요", "other")]
    [InlineData("Căn hộ này còn không ạ? Tôi muốn xem vào thứ bảy", "other")]
    [InlineData("12:30 …", "other")]
    [InlineData("", "other")]
    public void Goes_by_the_scripts(string text, string language) => Assert.Equal(language, LanguageDetector.Detect(text));
}
