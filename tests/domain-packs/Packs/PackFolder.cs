using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Tests.Packs;

/// <summary>A small valid pack in a folder of its own, to be broken by tests.</summary>
internal sealed class PackFolder : IDisposable
{
    public PackFolder()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"dialinsight-pack-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
        foreach ((string file, string text) in Files)
            Write(file, text);
    }

    public string Path { get; }

    public void Write(string file, string text) => File.WriteAllText(Of(file), text);

    public void Delete(string file) => File.Delete(Of(file));

    /// <summary>Replaces a text that must be there, so that no test passes because it changed nothing.</summary>
    public void Replace(string file, string old, string with)
    {
        string text = File.ReadAllText(Of(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    public DomainPack Read() => DomainPackReader.Read(Path);

    /// <summary>The problems, each as <c>file(line): message</c>.</summary>
    public IReadOnlyList<string> Problems()
    {
        DomainPackException problem = Assert.Throws<DomainPackException>(Read);
        return [.. problem.Message.Split('\n').Select(line => line.Replace(Path + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Of(string file) => System.IO.Path.Combine(Path, file);

    private static readonly Dictionary<string, string> Files = new()
    {
        ["pack.yaml"] = """
            name: bakery
            version: 1.2.0
            languages: [zh, en]
            defaultScenario: orders
            bannedWords: { zh: [图片], en: [image] }
            """,
        ["roles.yaml"] = """
            - { id: customer, title: { zh: 顾客, en: Customer }, aliases: [user, 买家] }
            - { id: baker, title: { zh: 面包师, en: Baker }, staff: true, aliases: [staff] }
            """,
        ["scenarios.yaml"] = """
            - id: orders
              weight: 2
              title: { zh: 订购, en: orders }
              aliases: [订单]
              roles: [customer, baker]
              keywords: { zh: [蛋糕, 订], en: [cake, order] }
            - id: complaints
              title: { zh: 投诉, en: complaints }
              keywords: { zh: [投诉, 变质], en: [complaint, stale] }
            """,
        ["channels.yaml"] = """
            - { id: counter, title: { zh: 柜台, en: counter }, aliases: [shop] }
            """,
        ["formats.zh.yaml"] = """
            - id: card
              kind: object
              fields:
                - name: 品种
                  type: choice
                  required: true
                  description: 要什么
                  choices: [蛋糕, 面包]
                  hint:
                    evidence: { 蛋糕: [生日], 面包: [吐司] }
                - name: 价格
                  description: 多少钱
                  hint: { patterns: ['([0-9]+元)'], speaker: customer }
            - { id: note, kind: text, minimum: 5, maximum: 200 }
            """,
        ["formats.en.yaml"] = """
            - id: card
              kind: object
              fields:
                - { name: kind, type: choice, required: true, description: What is wanted, choices: [cake, bread] }
            - { id: note, kind: text }
            """,
        ["tasks.yaml"] = """
            - { id: extraction, kind: information-extraction, weight: 1, title: { zh: 抽取, en: extraction }, formats: [card] }
            - { id: summary, kind: summarisation, title: { zh: 总结, en: summary }, formats: [note] }
            """,
        ["templates.zh.yaml"] = Templates("zh"),
        ["templates.en.yaml"] = Templates("en"),
        ["exemplars.zh.yaml"] = """
            - task: extraction
              texts: [找出顾客要订的东西和价格。]
            - task: summary
              scenario: complaints
              texts: [概括顾客为什么投诉。]
            """,
        ["exemplars.en.yaml"] = """
            - task: extraction
              texts: [Find what the customer ordered.]
            - task: summary
              texts: [Sum up the whole conversation.]
            """,
    };

    private static string Templates(string language) => $$$"""
        - { id: {{{language}}}-scenario, kind: scenario-description, text: "About {{scenario}} at the {{channel}}." }
        - { id: {{{language}}}-roles, kind: role-introduction, text: "Speakers are {{roles}}." }
        - { id: {{{language}}}-task, kind: task-narrative, text: "Do this. {{instruction}}" }
        - { id: {{{language}}}-guide, kind: guidelines, text: "Keep to the words." }
        - { id: {{{language}}}-format, kind: output-format, text: "As follows. {{format}}" }
        - { id: {{{language}}}-dialogue, kind: dialogue-block, text: "Dialogue {{dialogue}}" }
        """;
}
