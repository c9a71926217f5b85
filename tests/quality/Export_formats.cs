using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Trainers;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Tests.Fixtures;
using YamlDotNet.Serialization;

namespace DialInsight.Quality.Tests;

public sealed class Export_formats
{
    private static readonly TrainingExample s_example = new("Sum it \"up\".", "Reader: 你好\nLibrarian: hello", "Before\n\nReader…\n\nAfter", "They greet.\tOnce.");

    [Fact]
    public async Task Alpaca_is_an_array_of_instruction_input_and_output()
    {
        JsonElement row = JsonDocument.Parse(await WriteAsync(new AlpacaFormat(), s_example)).RootElement[0];
        Assert.Equal(s_example.Instruction, row.GetProperty("instruction").GetString());
        Assert.Equal(s_example.Dialogue, row.GetProperty("input").GetString());
        Assert.Equal(s_example.Answer, row.GetProperty("output").GetString());
    }

    [Fact]
    public async Task Sharegpt_is_an_array_of_conversations_by_the_trainers_rules()
    {
        JsonElement row = JsonDocument.Parse(await WriteAsync(new ShareGptFormat(), s_example)).RootElement[0];
        (string, string)[] turns = [.. row.GetProperty("conversations").EnumerateArray()
            .Select(turn => (turn.GetProperty("from").GetString()!, turn.GetProperty("value").GetString()!))];
        Assert.Equal([("human", s_example.Prompt), ("gpt", s_example.Answer)], turns);
        Assert.Null(TrainerRules.ShareGptRow(turns));
    }

    [Fact]
    public async Task Messages_are_one_row_a_line_and_readable_as_they_are()
    {
        string text = await WriteAsync(new MessagesFormat(), s_example, s_example with { Prompt = "你好" });
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.Contains("你好", lines[1], StringComparison.Ordinal);
        Assert.Equal("assistant", JsonDocument.Parse(lines[0]).RootElement.GetProperty("messages")[1].GetProperty("role").GetString());
    }

    [Fact]
    public async Task Rows_that_the_trainer_would_refuse_are_left_out_and_counted()
    {
        foreach (RowFormat format in RowFormat.All)
        {
            using var output = new MemoryStream();
            using var file = new RowFile(format, output);
            await file.WriteAsync(s_example with { Answer = " " }, TestContext.Current.CancellationToken);
            await file.WriteAsync(s_example, TestContext.Current.CancellationToken);
            await file.EndAsync(TestContext.Current.CancellationToken);
            Assert.Equal((1, 1), (file.Rows, file.Refused));
        }
    }

    [Fact]
    public async Task A_file_without_rows_is_still_a_file()
    {
        Assert.Equal(0, JsonDocument.Parse(await WriteAsync(new AlpacaFormat())).RootElement.GetArrayLength());
        Assert.Equal("", await WriteAsync(new MessagesFormat()));
    }

    [Fact]
    public void The_card_is_yaml_that_the_hub_understands()
    {
        string card = DatasetCard.Markdown(Release("tricky: \"name\" # <b>"));
        string[] parts = card.Split("---\n");
        var yaml = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(parts[1]);
        Assert.Equal("tricky: \"name\" # <b>", yaml["pretty_name"]);
        Assert.Equal(["en"], ((List<object>)yaml["language"]).Cast<string>());
        Assert.Equal(["1K<n<10K"], ((List<object>)yaml["size_categories"]).Cast<string>());
        var config = (Dictionary<object, object>)Assert.Single((List<object>)yaml["configs"]);
        var files = ((List<object>)config["data_files"]).Cast<Dictionary<object, object>>().ToArray();
        Assert.Equal(["train", "test"], files.Select(file => file["split"]));
        Assert.Equal(["data/train-00000-of-00002.jsonl", "data/train-00001-of-00002.jsonl"], ((List<object>)files[0]["path"]).Cast<string>());
        var info = (Dictionary<object, object>)Assert.Single((List<object>)yaml["dataset_info"]);
        var splits = ((List<object>)info["splits"]).Cast<Dictionary<object, object>>().ToArray();
        Assert.Equal([("train", "1100", "200"), ("test", "100", "20")], splits.Select(split => ((string)split["name"], (string)split["num_examples"], (string)split["num_bytes"])));
        Assert.Equal(("220", "220"), (info["download_size"], info["dataset_size"]));
        Assert.DoesNotContain("<b>", parts[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Dataset_info_names_columns_and_tags_for_each_file()
    {
        JsonElement info = JsonDocument.Parse(DatasetInfo.Json(Release("desk"))).RootElement;
        JsonElement messages = info.GetProperty("desk-messages");
        Assert.Equal(("messages.jsonl", "sharegpt"), (messages.GetProperty("file_name").GetString(), messages.GetProperty("formatting").GetString()));
        Assert.Equal("assistant", messages.GetProperty("tags").GetProperty("assistant_tag").GetString());
        Assert.Equal("data/train-00001-of-00002.jsonl", info.GetProperty("desk-train-1").GetProperty("file_name").GetString());
        Assert.Equal("data/test-00000-of-00001.jsonl", info.GetProperty("desk-test").GetProperty("file_name").GetString());
        Assert.Equal("output", info.GetProperty("desk-alpaca").GetProperty("columns").GetProperty("response").GetString());
    }

    [Fact]
    public async Task A_part_of_the_split_is_written_to_files_of_bounded_size_that_hold_its_rows_in_order()
    {
        TrainingExample[] examples = [.. Enumerable.Range(0, 400).Select(number => s_example with { Answer = $"Answer {number}", Part = Split.Of($"conversation-{number}") })];
        var format = new SplitFormat(Split.Train);
        string whole = await WriteAsync(format, examples);
        using var measure = new RowMeasure(format, fullAt: 5000);
        foreach ((int position, TrainingExample example) in examples.Index())
            await measure.AddAsync(position, example, TestContext.Current.CancellationToken);
        ExportFile[] files = [.. (await measure.EndAsync(TestContext.Current.CancellationToken)).Select(measured => measured.File)];

        Assert.InRange(files.Length, 5, 50);
        Assert.Equal(Enumerable.Range(0, files.Length).Select(number => $"data/train-{number:D5}-of-{files.Length:D5}.jsonl"), files.Select(file => file.Name));
        Assert.All(files.SkipLast(1), file => Assert.InRange(file.Bytes, 5000, 5000 + whole.Split('\n').Max(line => line.Length + 1)));
        string together = "";
        foreach (ExportFile file in files)
        {
            string text = await WriteAsync(format, examples[file.Positions!.First..(file.Positions.Last + 1)]);
            Assert.Equal((file.Bytes, file.Sha256), (Encoding.UTF8.GetByteCount(text), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
            together += text;
        }

        Assert.Equal(whole, together);
    }

    [Fact]
    public async Task A_part_without_rows_has_no_file_and_another_format_always_has_one()
    {
        using var part = new RowMeasure(new SplitFormat(Split.Test));
        Assert.Empty(await part.EndAsync(TestContext.Current.CancellationToken));
        using var alpaca = new RowMeasure(new AlpacaFormat(), fullAt: 1);
        await alpaca.AddAsync(0, s_example, TestContext.Current.CancellationToken);
        await alpaca.AddAsync(1, s_example, TestContext.Current.CancellationToken);
        Assert.Equal(("alpaca.json", 2), Assert.Single(await alpaca.EndAsync(TestContext.Current.CancellationToken)) is var measured ? (measured.File.Name, measured.File.Rows) : default);
    }

    private static async Task<string> WriteAsync(RowFormat format, params TrainingExample[] examples)
    {
        using var output = new MemoryStream();
        using var file = new RowFile(format, output);
        foreach (TrainingExample example in examples)
            await file.WriteAsync(example, TestContext.Current.CancellationToken);
        await file.EndAsync(TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static Release Release(string name) => new()
    {
        Name = name,
        Version = 1,
        RunId = "run",
        Recipe = "desk",
        RecipeText = "{}",
        ReleasedAt = Some.Time,
        Samples = 1200,
        Checksum = "00",
        Files =
        [
            .. RowFormat.All.Select(format => new ExportFile(format.File(), format.Name, 1200, 0, 10, "00")),
            new ExportFile("data/train-00000-of-00002.jsonl", "train", 1000, 0, 180, "00") { Positions = new Positions(0, 1050) },
            new ExportFile("data/train-00001-of-00002.jsonl", "train", 100, 0, 20, "00") { Positions = new Positions(1051, 1199) },
            new ExportFile("data/test-00000-of-00001.jsonl", "test", 100, 0, 20, "00") { Positions = new Positions(3, 1190) },
        ],
        Report = new Reports.Report
        {
            RunId = "run",
            Recipe = "desk",
            Domain = "library@1",
            Language = "en",
            Seed = 1,
            MadeAt = Some.Time,
            Cells = [],
            Quality = new LabelQuality(1, 0, 0, 0, 0),
            Gate = [],
        },
    };
}
