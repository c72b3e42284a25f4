//! Prints a sheet of figures from files of clips, and what is wrong with each: figures FILES [-- IDS].
use limber::domain::figure::clip::read;
use limber::domain::figure::range::faults;

fn main() {
    let mut args = std::env::args().skip(1);
    let files: Vec<String> = args.by_ref().take_while(|it| it != "--").collect();
    let only: Vec<String> = args.collect();
    println!(
        "<meta charset=utf-8><style>body{{margin:8px;font:12px sans-serif;background:#f6f1e7;display:flex;flex-wrap:wrap;gap:6px}}svg{{height:230px;width:300px;background:#fffdf8}} path{{stroke:#22302e;stroke-width:9;stroke-linejoin:round;paint-order:stroke}} .Skin{{fill:#e8b796}}.Hair{{fill:#4a3527}}.Shirt{{fill:#4f9a8c}}.Trousers{{fill:#3d4f73}}.far.Skin{{fill:#cf9a78}}.far.Shirt{{fill:#3c7a6f}}.far.Trousers{{fill:#2c3a57}}.Mat{{fill:#dcd3ee;stroke:none}}.Wood{{fill:#d9b98a;stroke-width:6}}.Cushion{{fill:#e9c9c0;stroke-width:6}}</style>"
    );
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a file");
        let clips = match read(&text) {
            Ok(clips) => clips,
            Err(problems) => {
                for problem in problems {
                    eprintln!("{file}: {problem}");
                }
                continue;
            }
        };
        for (id, clip) in &clips {
            if !only.is_empty() && !only.contains(id) {
                continue;
            }
            for fault in faults(clip) {
                eprintln!("{id}: {fault}");
            }
            println!("<div><b>{id}</b><br>");
            let way = clip.way();
            let count = u32::try_from(clip.poses.len() - 1).expect("a few poses");
            let mut times: Vec<_> = (0..=count).map(|n| way * n / count).collect();
            times.insert(1, way / count / 2);
            for at in times {
                let f = clip.frame();
                println!("<svg viewBox='{} {} {} {}'>", f.left, f.top, f.width, f.height);
                for o in clip.picture(at, clip.camera, std::iter::empty(), false) {
                    println!(
                        "<path class='{:?}{}' d='{}'/>",
                        o.fill,
                        if o.is_far { " far" } else { "" },
                        o.path
                    );
                }
                println!("</svg>");
            }
            println!("</div>");
        }
    }
}
