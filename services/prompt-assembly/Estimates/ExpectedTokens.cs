using DialInsight.Contracts.PromptAssembly;
using DialInsight.PromptAssembly.Assembly;

namespace DialInsight.PromptAssembly.Estimates;

/// <summary>The tokens that one request is expected to use, from its prompt to its last verdict.</summary>
/// <param name="LabelInput">Read by the labeller.</param>
/// <param name="LabelOutput">Written by the labeller.</param>
/// <param name="JudgeInput">Read by the judge, all votes together.</param>
/// <param name="JudgeOutput">Written by the judge, all votes together.</param>
/// <param name="PromptText">Of what the labeller reads, the prompt without the dialogue.</param>
internal readonly record struct ExpectedTokens(double LabelInput, double LabelOutput, double JudgeInput, double JudgeOutput, double PromptText = 0)
{
    /// <summary>What labelling and judging write around a prompt: the system's words, the titles of sections, the rubric.</summary>
    private const int LabelFraming = 45;
    private const int JudgeFramingChinese = 255;
    private const int JudgeFramingEnglish = 225;
    private const int VerdictTokens = 45;

    /// <summary>What scores add: how they are given, and the two of them.</summary>
    private const int ScoreFramingChinese = 207;
    private const int ScoreFramingEnglish = 188;
    private const int ScoreTokens = 10;

    /// <summary>What a request over such a prompt and dialogue uses.</summary>
    public static ExpectedTokens Of(PromptTokens prompt, int dialogue, OutputFormat format, string language, JudgingPolicy judging)
    {
        int answer = AnswerLength.Of(format, language);
        int material = prompt.Instruction + prompt.Format + dialogue + answer + (language == "zh" ? JudgeFramingChinese : JudgeFramingEnglish);
        if (judging.Scored)
            material += language == "zh" ? ScoreFramingChinese : ScoreFramingEnglish;
        int verdict = VerdictTokens + (judging.Scored ? ScoreTokens : 0);
        return new ExpectedTokens(prompt.Text + dialogue + LabelFraming, answer, judging.Samples * material, judging.Samples * verdict, prompt.Text);
    }

    /// <summary>The same in whole tokens.</summary>
    public ExpectedTokens Rounded() => new(Math.Round(LabelInput), Math.Round(LabelOutput), Math.Round(JudgeInput), Math.Round(JudgeOutput), Math.Round(PromptText));

    /// <summary>All of them.</summary>
    public double Total => LabelInput + LabelOutput + JudgeInput + JudgeOutput;

    public static ExpectedTokens operator +(ExpectedTokens a, ExpectedTokens b) =>
        new(a.LabelInput + b.LabelInput, a.LabelOutput + b.LabelOutput, a.JudgeInput + b.JudgeInput, a.JudgeOutput + b.JudgeOutput, a.PromptText + b.PromptText);

    public static ExpectedTokens operator *(ExpectedTokens tokens, double times) =>
        new(tokens.LabelInput * times, tokens.LabelOutput * times, tokens.JudgeInput * times, tokens.JudgeOutput * times, tokens.PromptText * times);
}
