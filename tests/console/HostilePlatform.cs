using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Client.Instructions;
using DialInsight.Client.Templates;
using DialInsight.Client.Transcripts;
using DialInsight.ScriptedModel;

namespace DialInsight.Console.Tests;

/// <summary>A platform whose conversations, speakers, files, instructions, template parts and models do what they can to be run by a browser.</summary>
public sealed class HostilePlatform : Platform
{
    /// <summary>Each sets <c>window.owned</c> if it is run, or hides the page if it is applied.</summary>
    public const string Script = "<script>window.owned=1</script><img src=x onerror=window.owned=1><svg onload=window.owned=1></svg><iframe srcdoc='<script>parent.owned=1</script>'></iframe>";

    /// <summary>Style that would hide everything, and the ends of elements that texts stand in.</summary>
    public const string Style = "</textarea></pre></title></p></li></ol><style>body{display:none!important}</style><base href=//elsewhere.example>\" autofocus onfocus=window.owned=1 x='";

    /// <summary>A word that is wider than a phone.</summary>
    public static readonly string Long = string.Concat(Enumerable.Repeat("Donaudampfschifffahrt", 8));

    private static readonly string[] s_wishes = ["三居室", "学区房", "地铁旁的小户型", "带院子的底层", "顶楼复式", "江边的大平层", "老城区的两居", "新区的精装房", "朝南的四居", "带车位的三居"];

    private ScriptedModelServer? _model;
    private string? _unfit;

    /// <summary>The instruction that a person wrote.</summary>
    public string Instruction { get; private set; } = "";

    protected override IEnumerable<string> Settings =>
    [
        $"--LanguageModel:Endpoint={_model!.Endpoint}", "--LanguageModel:Model=scripted<script>window.owned=1</script>", "--Judge:Model=judge<img src=x onerror=window.owned=1>",
    ];

    public override async ValueTask InitializeAsync()
    {
        _model = await ScriptedModelServer.StartAsync(new ScriptedModelOptions { Responder = Answer });
        await base.InitializeAsync();
        await SendTranscriptsAsync();
        await EditAsync("zh-scenario-where", text => $"{text}{Script}");
        await EditAsync("zh-guidelines-evidence", text => $"{text}{Style}");
        Instruction = await WriteInstructionAsync("information-extraction");
        await WriteInstructionAsync("summarisation");
        await RunAsync();
    }

    private async Task SendTranscriptsAsync()
    {
        string records = string.Join('\n', s_wishes.Select((wish, number) => JsonSerializer.Serialize(new
        {
            id = $"<i>{number}</i>",
            scenario = "buying",
            language = "zh",
            subject = $"subject-{number}-{Long}",
            source = number % 2 == 0 ? Script : Long,
            channel = "phone-recording",
            turns = new[]
            {
                new { role = "agent", text = $"您好，想看什么样的房子？{Encoded(Script)}" },
                new { role = $"<u onclick=window.owned=1>客户{number}</u>", text = $"我想买{wish}，预算{number + 2}百万，javascript:window.owned=1 {Encoded(Style)}" },
                new { role = "agent", text = $"好的，{wish}我这里有{number + 3}套，周末带您去看。" },
                new { role = "customer", text = $"行，那就约周{"一二三四五六日"[number % 7]}下午，{wish}一定要安静，不要临街的{(number % 3 == 0 ? Long : "")}。" },
            },
        })));
        using var content = new StringContent(records);
        IngestAnswer answer = await Client.Transcripts.SendAsync(
            await content.ReadAsStreamAsync(), "\"><img src=x onerror=window.owned=1>.jsonl", new(Domain: "real-estate"), CancellationToken.None);
        Assert.Equal(s_wishes.Length, answer.Accepted.Count);
    }

    /// <summary>Ingest takes markup out of turns; what is written as entities may come back as markup.</summary>
    private static string Encoded(string markup) => markup.Replace("<", "&amp;lt;", StringComparison.Ordinal).Replace(">", "&amp;gt;", StringComparison.Ordinal);

    private async Task EditAsync(string part, Func<string, string> edit)
    {
        TemplateView known = (await Client.Templates.GetAsync(part, "real-estate", "zh", CancellationToken.None))[0].Versions[0].Part!;
        await Client.Templates.PutAsync(known with { Text = edit(known.Text) }, CancellationToken.None);
    }

    private async Task<string> WriteInstructionAsync(string taskType)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using HttpResponseMessage answer = await http.PostAsJsonAsync(
            new Uri("/instructions", UriKind.Relative),
            new { domain = "real-estate", scenario = "buying", taskType, language = "zh", text = $"请列出客户在{taskType}中提到的要求，并逐条引用原话。{Script}{Long}" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private async Task RunAsync()
    {
        string recipe = $$"""
            name: "hostile"
            domain: real-estate
            language: zh
            seed: 1
            attempts: 2
            instructionsPerCell: 1
            curation: automatic
            cells:
              - { scenario: buying, task: information-extraction, target: 3 }
              - { scenario: buying, task: summarisation, target: 3 }
              - { scenario: buying, task: comparison, target: 3 }
            judge: { samples: 1, accept: [high] }
            gate: { minimumFill: 0, minimumHigh: 0, maximumUnjudged: 1 }
            """;
        await Client.Runs.CreateAsync(recipe, "hostile", 10, CancellationToken.None);
        await Client.Runs.CreateAsync(recipe.Replace("curation: automatic", "curation: manual", StringComparison.Ordinal).Replace("instructionsPerCell: 1", "instructionsPerCell: 4", StringComparison.Ordinal), "waiting", 10, CancellationToken.None);
        await Eventually.IsTrueAsync(
            async () => (await Client.Releases.ListAsync(null, 1, CancellationToken.None)).Items.Count > 0
                && (await Client.Failures.ListAsync("hostile", null, null, 1, CancellationToken.None)).Items.Count > 0
                && (await Client.Curation.ListAsync(new InstructionFilter(Gate: "curation"), null, 1, CancellationToken.None)).Items.Count > 0,
            () => "The hostile run gave no release, no failure, or nothing to curate.");
    }

    /// <summary>Answers that fit, with markup in them; to the dialogue that is asked about first, none does, so that there are failures and samples whatever is drawn.</summary>
    private string Answer(ChatRequest request)
    {
        string schema = request.Schema?.GetRawText() ?? "";
        if (schema.Contains("\"evidence\"", StringComparison.Ordinal))
            return JsonSerializer.Serialize(new { evidence = new[] { Script, Style }, level = "high" });
        bool isLabel = request.Messages[0].Text.Contains("数据标注员", StringComparison.Ordinal);
        string fits = SchemaResponder.Answer(request);
        if (!isLabel)
            return fits;
        string wish = s_wishes.First(wish => request.UserText.Contains($"我想买{wish}，", StringComparison.Ordinal));
        if (wish == (Interlocked.CompareExchange(ref _unfit, wish, null) ?? wish))
            return string.Concat(Enumerable.Repeat(Script + Style, 4)); // no JSON, no list, no table, and too long for prose
        return fits.StartsWith("- ", StringComparison.Ordinal) ? $"- {Script}\n{fits}" : request.Schema is null && !fits.StartsWith('|') ? $"{fits}{Script}" : fits;
    }
}
