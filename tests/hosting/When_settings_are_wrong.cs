namespace DialInsight.Hosting.Tests;

public sealed class When_settings_are_wrong
{
    [Theory]
    [InlineData("--Bus:Trnsport=RabbitMQ", "Bus:Trnsport is no setting; did you mean Bus:Transport?")]
    [InlineData("--Host:ShutdownSecond=3", "Host:ShutdownSecond is no setting; did you mean Host:ShutdownSeconds?")]
    [InlineData("--Host:Colour=red", "Host:Colour is no setting; Host has ")]
    [InlineData("--Busses:Uri=x", null)]
    [InlineData("--Buss:Uri=x", "Buss is no section of settings; did you mean Bus?")]
    [InlineData("--Host:ShutdownSeconds=0", "Host:ShutdownSeconds")]
    [InlineData("--Bus:Transport=RabbitMQ", "Bus:Uri must be the broker's address, for instance amqp://user:password@localhost:5672/.")]
    [InlineData("--Bus:Transport=Pigeon", "Bus:Transport is 'Pigeon'; it must be InMemory or RabbitMQ.")]
    [InlineData("--Bus:UriFile=/nowhere/uri", "Bus:UriFile names '/nowhere/uri', which cannot be read.")]
    [InlineData("--Auth:Keys=alice:king:12345678", "Auth:Keys gives alice the role 'king'; there are viewer, curator, operator and admin.")]
    [InlineData("--Auth:Keys=alice:admin:short", "Auth:Keys gives alice no key of 8 characters or more")]
    [InlineData("--Auth:AllowAnonymous=perhaps", "Auth:AllowAnonymous must be true or false.")]
    [InlineData("--Storage:Provider=Clay", "Storage:Provider")]
    [InlineData("--urls=http://0.0.0.0:0", "'http://0.0.0.0:0' can be reached from other machines, and there are no keys.")]
    [InlineData("--urls=http://*:0", "can be reached from other machines")]
    [InlineData("--http_ports=18080", null, "--urls=")]
    public async Task Should_stop_the_start_with_one_line(string setting, string? line, string? other = null)
    {
        using var folder = new TemporaryFolder();
        string[] settings = other is null ? [setting] : [setting, other];
        await using NoteHost host = NoteHost.Build(folder, settings: settings);

        Exception? refusal = await Record.ExceptionAsync(host.StartAsync);

        if (line is null && other is null)
        {
            Assert.Null(refusal);
            return;
        }

        Assert.NotNull(refusal);
        string told = StartFailure.Line(refusal);
        Assert.Contains(line ?? "can be reached from other machines", told);
        Assert.DoesNotContain('\n', told);
    }

    [Fact]
    public async Task Should_read_a_secret_from_its_file()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder, "keys");
        await File.WriteAllTextAsync(file, "alice:viewer:a-long-key\n");
        await using NoteHost host = await NoteHost.StartAsync(folder, settings: $"--Auth:KeysFile={file}");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Authorization = new("Bearer", "a-long-key");
        HttpResponseMessage answer = await host.Http.SendAsync(request);

        Assert.Contains("\"name\":\"alice\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Should_listen_elsewhere_without_keys_when_told_so_in_as_many_words()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder, settings: ["--urls=http://0.0.0.0:0", "--Auth:AllowAnonymous=true"]);

        Assert.NotNull(host.Http);
    }
}
