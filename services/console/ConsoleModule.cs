using System.Text.Encodings.Web;
using System.Text.Unicode;
using DialInsight.Hosting;
using DialInsight.Hosting.Settings;
using DialInsight.WebConsole.Assets;
using DialInsight.WebConsole.Calibrations;
using DialInsight.WebConsole.Calling;
using DialInsight.WebConsole.Curation;
using DialInsight.WebConsole.Erasures;
using DialInsight.WebConsole.Failures;
using DialInsight.WebConsole.Layout;
using DialInsight.WebConsole.Overview;
using DialInsight.WebConsole.Prompts;
using DialInsight.WebConsole.Releases;
using DialInsight.WebConsole.Reviews;
using DialInsight.WebConsole.Runs;
using DialInsight.WebConsole.SignIn;
using DialInsight.WebConsole.Transcripts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace DialInsight.WebConsole;

/// <summary>The web page: where experts curate, reviewers judge, and anyone sees what the platform is doing. It owns nothing but sessions.</summary>
public static class ConsoleModule
{
    internal const string Database = "console";

    /// <summary>Adds the module to a host.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="isAlone">Whether the services are elsewhere: then the settings have to tell where.</param>
    public static WebApplicationBuilder AddConsole(this WebApplicationBuilder builder, bool isAlone = false)
    {
        builder.AddSettings<ConsoleSettings>("Console");
        if (isAlone)
            builder.Services.AddSingleton<IValidateOptions<ConsoleSettings>, EveryServiceIsNamed>();
        builder.Services.AddSingleton<ServiceAddresses>();
        builder.Services.AddSingleton<ServiceCalls>();
        builder.Services.AddSingleton<DomainTitles>();
        builder.Services.AddSingleton<SampleFiles>();
        builder.Services.AddScoped<Visit>();
        AddSessions(builder);
        builder.Services.AddRazorComponents();
        // Chinese stays readable in the page's source, and is a third as long.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return builder;
    }

    /// <summary>Maps the pages: <c>/</c>, and everything else below <c>/console</c>.</summary>
    public static WebApplication MapConsole(this WebApplication app)
    {
        // Keys come by cookie here, and the services check them again.
        RouteGroupBuilder pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter<RouteGroupBuilder, PageFilter>();
        pages.MapOverview();
        pages.MapSignIn();
        pages.MapTranscriptPages();
        pages.MapRunPages();
        pages.MapCurationPages();
        pages.MapReviewPages();
        pages.MapCalibrationPages();
        pages.MapReleasePages();
        pages.MapFailurePages();
        pages.MapPromptPages();
        pages.MapErasurePages();
        app.MapAssets();
        return app;
    }

    private static void AddSessions(WebApplicationBuilder builder)
    {
        // Without its keys nobody can come in.
        builder.AddDatabase(Database);
        builder.Services.AddSingleton<Session>();
        builder.Services.AddDataProtection().SetApplicationName("DialInsight console");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeyRing>();
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "dialinsight-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.IsEssential = true;
            options.FormFieldName = "token";
            options.HeaderName = "X-Form-Token";
            options.SuppressXFrameOptionsHeader = true;
        });
        // It warns that keys lie unencrypted in the store, which is as well kept as they are.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
